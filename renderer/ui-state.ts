import { create } from 'zustand'
import type { OpenedFile, Settings } from '../shared/bridge'

export const SCREENS = ['inventory', 'map', 'start'] as const
export type Screen = (typeof SCREENS)[number]

/** What is selected: a node or an edge of the map, a row of a list, or a bundle. The same everywhere. */
export type Selection =
  | { readonly kind: 'tool' | 'department' | 'flow'; readonly id: string }
  | { readonly kind: 'bundle'; readonly id: string }

/** What is forgotten when the window closes. Settings are kept by the main process and only mirrored here. */
export interface UiState {
  readonly screen: Screen
  readonly settings: Settings
  readonly selection?: Selection | undefined
  /** Text of the search field; the inventory filters by it, the map dims by it. */
  readonly query: string
  /** Files that wait to be imported; the import screen covers the others while there are any. */
  readonly importing: readonly OpenedFile[]
  /** Counts up when the map should show everything (fit) or jump to the selection. */
  readonly fitRequest: number
  readonly focusRequest: number
}

export const useUi = create<UiState>()(() => ({
  screen: 'inventory',
  settings: { language: 'en', theme: 'system' },
  query: '',
  importing: [],
  fitRequest: 0,
  focusRequest: 0,
}))

const selectScreen = (state: UiState) => state.screen
const selectSelection = (state: UiState) => state.selection
const selectQuery = (state: UiState) => state.query
const selectLanguage = (state: UiState) => state.settings.language
const selectImporting = (state: UiState) => state.importing

export const useScreen = () => useUi(selectScreen)
export const useSelection = () => useUi(selectSelection)
export const useQuery = () => useUi(selectQuery)
export const useLanguage = () => useUi(selectLanguage)
export const useImporting = () => useUi(selectImporting)

/** Shows a screen; what is selected stays selected. */
export function showScreen(screen: Screen): void {
  useUi.setState({ screen })
}

/** Selects something, or nothing. */
export function select(selection: Selection | undefined): void {
  useUi.setState({ selection })
}

/** Selects something and has the map jump to it. */
export function revealOnMap(selection: Selection): void {
  useUi.setState((state) => ({ selection, screen: 'map', focusRequest: state.focusRequest + 1 }))
}

/** Files to import; empty to leave the import. */
export function setImporting(importing: readonly OpenedFile[]): void {
  useUi.setState({ importing })
}

export function setQuery(query: string): void {
  useUi.setState({ query })
}

/** Has the map show everything. */
export function requestFit(): void {
  useUi.setState((state) => ({ fitRequest: state.fitRequest + 1 }))
}
