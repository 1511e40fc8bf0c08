import type { BusinessFunction, DataObject, Department, Flow, Pin, Tool, Usage, Verdict } from './nouns'
import type { Answer, OwnProduct, Preference, View } from './remembered'
import type { Scenario } from './scenario'

/** Every kind of row the database holds, by the name of its table. */
export interface Tables {
  readonly departments: Department
  readonly functions: BusinessFunction
  readonly tools: Tool
  readonly usages: Usage
  readonly dataObjects: DataObject
  readonly flows: Flow
  readonly verdicts: Verdict
  readonly pins: Pin
  readonly views: View
  readonly scenarios: Scenario
  readonly ownProducts: OwnProduct
  readonly answers: Answer
  readonly preferences: Preference
}

export type TableName = keyof Tables

export const TABLE_NAMES = [
  'departments',
  'functions',
  'tools',
  'usages',
  'dataObjects',
  'flows',
  'verdicts',
  'pins',
  'views',
  'scenarios',
  'ownProducts',
  'answers',
  'preferences',
] as const satisfies readonly TableName[]

/** One immutable picture of a whole workspace: for each table its rows by id, in the order they came. */
export type Inventory = { readonly [T in TableName]: ReadonlyMap<Tables[T]['id'], Tables[T]> }

/** The inventory of a workspace that nothing was written to yet. */
export const EMPTY_INVENTORY: Inventory = {
  departments: new Map(),
  functions: new Map(),
  tools: new Map(),
  usages: new Map(),
  dataObjects: new Map(),
  flows: new Map(),
  verdicts: new Map(),
  pins: new Map(),
  views: new Map(),
  scenarios: new Map(),
  ownProducts: new Map(),
  answers: new Map(),
  preferences: new Map(),
}
