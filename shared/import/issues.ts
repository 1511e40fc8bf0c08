/**
 * Why a row can not be taken. Exactly one per row that is left out. `summary-row`: a line of totals at the end.
 * `other-type`: an element of a kind that an inventory of software doesn't hold. `other-end`: a relation of such an
 * element. `other-relation`: a relation between known elements that is neither a flow nor a use.
 */
export const ISSUE_CODES = [
  'empty-row',
  'missing-name',
  'missing-source',
  'missing-target',
  'missing-department',
  'same-source-and-target',
  'conflict',
  'summary-row',
  'other-type',
  'other-end',
  'other-relation',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

/**
 * What could not be understood in a row that is taken. The cell's text is kept verbatim among the record's extra
 * columns, except for `conflict`: there an earlier row of the same record said something else, and that one counts.
 * `parent-cycle`: the parent is the department itself or lies below it. `own-interface`: a tool named as its own partner.
 */
export const NOTICE_CODES = [
  'bad-number',
  'bad-date',
  'unknown-word',
  'conflict',
  'parent-cycle',
  'own-interface',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

/** A problem with its address: the row as a spreadsheet program numbers it, the column's header and the cell's text. */
export interface RowIssue {
  readonly code: IssueCode | NoticeCode
  readonly row: number
  readonly column?: string
  readonly text?: string
}
