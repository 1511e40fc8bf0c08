import { create } from 'zustand'
import type { OpenedFile, Settings } from '../shared/bridge'

export const SCREENS = [
  'inventory',
  'departments',
  'functions',
  'dataObjects',
  'flows',
  'map',
  'start',
  'scenarios',
  'matrix',
  'history',
] as const
export type Screen = (typeof SCREENS)[number]

/** What lies over the screen, which stays as it was beneath: all about one tool, or the walk through the gaps. */
export type Cover = { readonly show: 'tool'; readonly id: string } | { readonly show: 'gaps' }

/**
 * What is selected: a node or an edge of the map, a row of a list, or a bundle; `flows`: all flows between two departments,
 * by the id of what stands for them from far away. The same everywhere.
 */
export type Selection =
  | { readonly kind: 'tool' | 'department' | 'flow'; readonly id: string }
  | { readonly kind: 'bundle' | 'flows'; readonly id: string }

/** What is forgotten when the window closes. Settings are kept by the main process and only mirrored here. */
export interface UiState {
  readonly screen: Screen
  readonly settings: Settings
  readonly selection?: Selection | undefined
  readonly cover?: Cover | undefined
  /** The tools as the list that was shown last has them, for previous and next. */
  readonly toolOrder?: readonly string[] | undefined
  /** Text of the search field; the inventory filters by it, the map dims by it. */
  readonly query: string
  /** Files that wait to be imported; the import screen covers the others while there are any. */
  readonly importing: readonly OpenedFile[]
  /** What part of the map was on the screen when it was left; it begins there when it is shown again. */
  readonly mapView?: 'all' | { readonly x: number; readonly y: number; readonly zoom: number } | undefined
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
const selectCover = (state: UiState) => state.cover
const selectQuery = (state: UiState) => state.query
const selectLanguage = (state: UiState) => state.settings.language
const selectImporting = (state: UiState) => state.importing

export const useScreen = () => useUi(selectScreen)
export const useSelection = () => useUi(selectSelection)
export const useCover = () => useUi(selectCover)
export const useQuery = () => useUi(selectQuery)
export const useLanguage = () => useUi(selectLanguage)
export const useImporting = () => useUi(selectImporting)

/** Shows a screen; what is selected stays selected. */
export function showScreen(screen: Screen): void {
  useUi.setState({ screen, cover: undefined })
}

/** Shows everything about a tool, over the screen that is shown, and selects it there. */
export function openTool(id: string): void {
  useUi.setState({ selection: { kind: 'tool', id }, cover: { show: 'tool', id } })
}

/** Walks through what is missing, over the screen that is shown. */
export function openGaps(): void {
  useUi.setState({ cover: { show: 'gaps' } })
}

/** Takes away what lies over the screen: it is there as it was left. */
export function closeCover(): void {
  useUi.setState({ cover: undefined })
}

/** The order of the tools in the list that is shown, for previous and next. */
export function setToolOrder(toolOrder: readonly string[]): void {
  useUi.setState({ toolOrder })
}

/** Selects something, or nothing. */
export function select(selection: Selection | undefined): void {
  useUi.setState({ selection })
}

/** Selects something and has the map jump to it. */
export function revealOnMap(selection: Selection): void {
  useUi.setState((state) => ({ selection, screen: 'map', cover: undefined, focusRequest: state.focusRequest + 1 }))
}

/** Files to import; empty to leave the import. */
export function setImporting(importing: readonly OpenedFile[]): void {
  useUi.setState({ importing })
}

export function setQuery(query: string): void {
  useUi.setState({ query })
}

/** Forgets whatever belongs to the workspace that is being left; the screen and the settings stay. */
export function forgetWorkspace(): void {
  useUi.setState(({ screen, settings }) => ({ ...useUi.getInitialState(), screen, settings }), true)
}

/** Remembers the part of the map that was on the screen. */
export function leaveMap(mapView: NonNullable<UiState['mapView']>): void {
  useUi.setState({ mapView })
}

/** Has the map show everything, also when it is only about to be shown. */
export function requestFit(): void {
  useUi.setState((state) => ({ fitRequest: state.fitRequest + 1, mapView: 'all' }))
}
