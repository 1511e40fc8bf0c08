import { create } from 'zustand'
import type { ScenarioId } from '../../../shared/inventory/scenario'

export const TABS = ['plan', 'compare', 'map', 'pilot'] as const
export type Tab = (typeof TABS)[number]

interface ScenarioState {
  readonly chosen?: ScenarioId | undefined
  readonly tab: Tab
  /** Scenarios whose figures stand beside those of the chosen one. */
  readonly beside: ReadonlySet<ScenarioId>
}

/** Which scenario is looked at, and how. */
export const useScenarioState = create<ScenarioState>()(() => ({ tab: 'plan', beside: new Set() }))

export function chooseScenario(chosen: ScenarioId | undefined): void {
  useScenarioState.setState({ chosen })
}

export function showTab(tab: Tab): void {
  useScenarioState.setState({ tab })
}

/** Puts a scenario's figures beside those of the chosen one, or takes them away. */
export function toggleBeside(id: ScenarioId): void {
  useScenarioState.setState(({ beside }) => {
    const next = new Set(beside)
    if (!next.delete(id)) next.add(id)
    return { beside: next }
  })
}

/** The scenarios of another workspace are none of this one. */
export function forgetScenarios(): void {
  useScenarioState.setState(useScenarioState.getInitialState(), true)
}
