export const FILE_KINDS = ['tools', 'departments', 'flows'] as const
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

export type FieldId = ToolField | DepartmentField | FlowField

/** The fields of each kind of file, in the order a person would fill them in. */
export const FIELDS: Readonly<Record<FileKind, readonly FieldId[]>> = {
  tools: TOOL_FIELDS,
  departments: DEPARTMENT_FIELDS,
  flows: FLOW_FIELDS,
}

/** Fields that several columns may feed; every other field takes one column at most. */
export const REPEATABLE_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(['functions', 'usedBy', 'tags', 'notes'])
