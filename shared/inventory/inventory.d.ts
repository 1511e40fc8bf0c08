import type { BusinessFunction, DataObject, Department, Flow, Pin, Tool, Usage, Verdict } from './nouns';
/** Every kind of row the database holds, by the name of its table. */
export interface Tables {
    readonly departments: Department;
    readonly functions: BusinessFunction;
    readonly tools: Tool;
    readonly usages: Usage;
    readonly dataObjects: DataObject;
    readonly flows: Flow;
    readonly verdicts: Verdict;
    readonly pins: Pin;
}
export type TableName = keyof Tables;
export declare const TABLE_NAMES: readonly ["departments", "functions", "tools", "usages", "dataObjects", "flows", "verdicts", "pins"];
/** One immutable picture of a whole workspace: for each table its rows by id, in the order they came. */
export type Inventory = {
    readonly [T in TableName]: ReadonlyMap<Tables[T]['id'], Tables[T]>;
};
/** The inventory of a workspace that nothing was written to yet. */
export declare const EMPTY_INVENTORY: Inventory;
