/** What a list can be of. `usages`: which departments use which tools. */
export const FILE_KINDS = ['tools', 'departments', 'flows', 'usages', 'dataObjects', 'functions'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * What a column of a list of tools can say. `owner`: the owning department; of several names the first owns, the
 * others use it. `usedBy`: departments that also use it. `interfaces`: names of tools it exchanges data with.
 */
export const TOOL_FIELDS = [
  'id',
  'name',
  'partOf',
  'vendor',
  'description',
  'functions',
  'owner',
  'usedBy',
  'businessOwner',
  'technicalOwner',
  'status',
  'hosting',
  'users',
  'annualCost',
  'currency',
  'contractEnd',
  'noticeMonths',
  'plannedFrom',
  'retiredFrom',
  'criticality',
  'functionalFit',
  'technicalFit',
  'dataClass',
  'personalData',
  'ai',
  'tags',
  'url',
  'notes',
  'interfaces',
] as const
export type ToolField = (typeof TOOL_FIELDS)[number]

/** What a column of a list of departments can say. */
export const DEPARTMENT_FIELDS = ['id', 'name', 'parent', 'headcount'] as const
export type DepartmentField = (typeof DEPARTMENT_FIELDS)[number]

/** What a column of a list of data flows can say. `participants`: one cell that names all tools of the flow. */
export const FLOW_FIELDS = [
  'id',
  'name',
  'source',
  'sourcePartOf',
  'target',
  'targetPartOf',
  'participants',
  'dataObjects',
  'method',
  'direction',
  'frequency',
  'hoursPerMonth',
  'status',
  'notes',
] as const
export type FlowField = (typeof FLOW_FIELDS)[number]

/** What a column of a list of who uses what can say. `name`: the tool; `owner`: the departments that use it. */
export const USAGE_FIELDS = ['name', 'partOf', 'owner', 'users', 'attachment', 'concern'] as const
export type UsageField = (typeof USAGE_FIELDS)[number]

/** What a column of a list of data objects can say. `master`: the tool that holds the truth about one. */
export const DATA_OBJECT_FIELDS = ['name', 'master', 'masterPartOf'] as const
export type DataObjectField = (typeof DATA_OBJECT_FIELDS)[number]

/** What a column of a list of functions can say. */
export const FUNCTION_FIELDS = ['name', 'domain', 'catalogueId'] as const
export type FunctionField = (typeof FUNCTION_FIELDS)[number]

export type FieldId = ToolField | DepartmentField | FlowField | UsageField | DataObjectField | FunctionField

/** The fields of each kind of file, in the order a person would fill them in. */
export const FIELDS: Readonly<Record<FileKind, readonly FieldId[]>> = {
  tools: TOOL_FIELDS,
  departments: DEPARTMENT_FIELDS,
  flows: FLOW_FIELDS,
  usages: USAGE_FIELDS,
  dataObjects: DATA_OBJECT_FIELDS,
  functions: FUNCTION_FIELDS,
}

/** Fields that several columns may feed; every other field takes one column at most. */
export const REPEATABLE_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['functions', 'usedBy', 'tags', 'notes'])
