import { decodeFile } from '../../renderer/files/decode-file'
import { type PreparedFile, planFiles, prepareFile, toChange } from '../../renderer/river/import-files'
import { guessMapping } from '../../shared/import/guess-mapping'
import type { CatalogueIndexLike, ImportPlan } from '../../shared/import/import-plan'
import { type ReadResult, readDrafts } from '../../shared/import/read-drafts'
import { Refused } from '../../shared/import/refused'
import { combine } from '../../shared/import/sources/combine'
import { type DecodedFile, FILE_KINDS, type Table, titleOf } from '../../shared/import/table'
import { applyChange, invertRows } from '../../shared/inventory/change'
import { idSource } from '../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../shared/inventory/inventory'
import { anInventory } from '../builders'
import { EXPANDED } from './formats'
import type { FuzzInput, Violation } from './input'
import { firstDifference } from './same'

class Broken extends Error {
  constructor(
    readonly law: string,
    message: string,
  ) {
    super(message)
  }
}

function hold(law: string, holds: boolean, message: () => string): void {
  if (!holds) throw new Broken(law, message())
}

const catalogue: CatalogueIndexLike = {
  functionByWord: (word) =>
    /^(team-?chat|messenger|chat)$/i.test(word.trim()) ? { id: 'team-chat', domain: 'collaboration' } : undefined,
}

/** A small company; its departments, tools and flows are named like those of the samples and of the noise. */
const COMPANY = anInventory(1)
  .department('IT')
  .department('Einkauf')
  .tool('Jira', { owner: 'IT', usedBy: ['Einkauf'], functions: ['Ticketing'], externalId: '1' })
  .tool('Slack', { functions: ['Team-Chat'], tags: ['chat'], origin: { file: 'list.csv', row: 3 } })
  .tool('API', { partOf: 'SAP' })
  .tool('SAP', { mentionedOnly: true })
  .flow('Jira', 'Slack', { method: 'api', dataObjects: ['Tickets'] })
  .flow('SAP', 'Jira')
  .build()

/** Takes an input through the whole import and back. Gives the first law it breaks; nothing when all hold. */
export function brokenLaw(input: FuzzInput): Violation | undefined {
  let step = 'decode'
  try {
    const decode = () => combine(decodeFile(input.name, input.bytes, input.overrides))
    const decoded = decode()
    for (const each of decoded) checkTable(each)
    step = 'decode again'
    sameValue('decoding is deterministic', decode(), decoded)
    step = 'guess'
    const files = decoded.map((each): PreparedFile => {
      if (input.kind === undefined) return prepareFile(each)
      return { decoded: each, mapping: guessMapping(each.table, input.kind) }
    })
    for (const each of files) checkMapping(each)
    const before = input.onto === 'company' ? COMPANY : EMPTY_INVENTORY
    const plan = (inventory: Inventory, sequence: number) =>
      planFiles(inventory, files, idSource(sequence), 'EUR', catalogue)
    step = 'plan'
    const first = plan(before, 2)
    files.forEach(({ decoded: each, mapping }, i) => {
      step = 'read'
      const read = readDrafts(each.table, mapping, { fileName: titleOf(each), defaultCurrency: 'EUR' })
      const planned = first.plans[i]
      if (planned !== undefined) checkAccount(each.table, read, planned)
      checkKept(each.table, mapping.columns, read)
    })
    step = 'apply'
    const { rows } = toChange(first, files)
    const after = applyChange(before, rows)
    sameValue('one Change is all plans together', after, first.after, 'the inventory')
    checkReferences(after)
    sameValue('taking it back is the identity', applyChange(after, invertRows(rows)), before, 'the inventory')
    step = 'second plan'
    const second = plan(after, 3)
    // Tables that take turns may write a row anew with the same contents.
    const again = toChange(second, files).rows.filter((row) => firstDifference(row.before, row.after) !== undefined)
    hold(
      'the second import changes nothing',
      again.length === 0,
      () =>
        `${again.length} changes, first in ${again[0]?.table}: ${firstDifference(again[0]?.before, again[0]?.after)}`,
    )
    // Of several tables that disagree, each changes what the one before it has left.
    const [{ added = 0, updated = 0, issues = [] } = {}] = second.plans
    if (files.length === 1) {
      hold(
        'the second import adds and updates nothing',
        added + updated === 0,
        () => `${added} added, ${updated} updated`,
      )
      sameValue('the second import has the same issues', issues, first.plans[0]?.issues)
    }
    step = 'prototypes'
    hold('no prototype is touched', Object.keys(Object.prototype).length === 0, () =>
      Object.keys(Object.prototype).join(),
    )
    return undefined
  } catch (error) {
    if (error instanceof Refused && step.startsWith('decode')) return undefined
    if (error instanceof Broken) return violation(error.law, error.message)
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const at = error instanceof Error ? placeOf(error) : ''
    return violation(`nothing throws (${step})`, `${text}${at}`)
  }
}

function violation(law: string, message: string): Violation {
  // Numbers and quoted texts differ from input to input, the fault doesn't.
  const signature = `${law}: ${message.replace(/\d+/g, 'N').replace(/\{"[\s\S]*|"[^"]*(?:"|$)/g, '"…"')}`.slice(0, 160)
  return { law, message, signature }
}

function placeOf(error: Error): string {
  const line = error.stack?.split('\n').find((each) => /^\s*at /.test(each))
  const name = /at (?:async )?(\S+)/.exec(line ?? '')?.[1]
  return name === undefined ? '' : ` in ${name}`
}

function sameValue(law: string, a: unknown, b: unknown, at = ''): void {
  const difference = firstDifference(a, b)
  hold(law, difference === undefined, () => `${at} ${difference}`.trim())
}

function checkMapping({ decoded, mapping }: PreparedFile): void {
  hold('a kind is guessed', FILE_KINDS.includes(mapping.kind), () => String(mapping.kind))
  const [columns, expected] = [mapping.columns.length, decoded.table.header.length]
  hold('every column has a place in the mapping', columns === expected, () => `${columns} of ${expected}`)
}

function checkTable({ table, format, damaged = [] }: DecodedFile): void {
  const { header, rows, rowNumbers, leftOut = [] } = table
  hold(
    'no entity is expanded',
    [header, ...rows].every((row) => row.every((cell) => !cell.includes(EXPANDED))),
    () => 'a cell holds what only an entity can make',
  )
  const law = 'a table is rectangular, its header unique and its rows numbered'
  hold(law, new Set(header).size === header.length, () => `header ${JSON.stringify(header).slice(0, 200)}`)
  hold(
    law,
    header.every((name) => name.trim() !== ''),
    () => 'an empty header',
  )
  hold(
    law,
    rows.every((row) => row.length === header.length),
    () => 'a row of another width',
  )
  hold(law, rowNumbers.length === rows.length, () => 'row numbers')
  hold(
    law,
    // One entity of a Backstage catalogue has as many flows as it has references.
    rowNumbers.every((number, i) => {
      const before = rowNumbers[i - 1] ?? 0
      return i === 0 || number > before || (format === 'backstage' && number === before)
    }),
    () => 'row numbers do not rise',
  )
  hold(
    law,
    leftOut.every(({ index }, i) => index < rows.length && index > (leftOut[i - 1]?.index ?? -1)),
    () => 'left out',
  )
  hold(
    'damage is listed by row',
    damaged.every(({ row }, i) => row >= (damaged[i - 1]?.row ?? 1)),
    () => JSON.stringify(damaged.slice(0, 5)),
  )
}

function checkAccount({ rowNumbers, rows }: Table, read: ReadResult, plan: ImportPlan): void {
  const law = 'every row is accounted for'
  const { added, updated, unchanged, issues, rowResults, notices } = plan
  const taken = new Set([...read.drafts, ...read.issues].map(({ row }) => row))
  hold(law, read.drafts.length + read.issues.length === rows.length, () => 'reading loses or doubles rows')
  hold(law, taken.size === rows.length, () => 'reading names a row twice')
  hold(
    law,
    plan.rows === rows.length && added + updated + unchanged + issues.length === rows.length,
    () => `${added} + ${updated} + ${unchanged} + ${issues.length} is not ${rows.length}`,
  )
  sameValue(
    law,
    rowResults.map(({ row }) => row),
    [...rowNumbers],
    'row results',
  )
  const refused = new Set(issues.map(({ row }) => row))
  hold(law, refused.size === issues.length, () => 'two issues for one row')
  hold(
    law,
    notices.every(({ row }) => !refused.has(row)),
    () => 'a notice for a row that is not taken',
  )
}

/** The text of every column that means nothing to us is with the draft, word for word. */
function checkKept(table: Table, columns: readonly (string | null)[], { drafts }: ReadResult): void {
  const at = new Map(table.rowNumbers.map((row, index) => [row, index]))
  for (const draft of drafts) {
    const extra = new Set(Object.values(draft.extra ?? {}))
    const row = table.rows[at.get(draft.row) ?? -1] ?? []
    const lost = row.find((cell, i) => columns[i] === null && cell.trim() !== '' && !extra.has(cell))
    hold('no cell of a taken row is lost', lost === undefined, () => `"${lost?.slice(0, 60)}"`)
  }
}

function checkReferences(inventory: Inventory): void {
  const law = 'every reference leads somewhere'
  for (const { source, target, dataObjects } of inventory.flows.values()) {
    hold(law, inventory.tools.has(source) && inventory.tools.has(target), () => 'the end of a flow')
    hold(law, source !== target, () => 'a flow to itself')
    hold(
      law,
      dataObjects.every((id) => inventory.dataObjects.has(id)),
      () => 'a data object',
    )
  }
  for (const { owner, functions } of inventory.tools.values()) {
    hold(law, owner === undefined || inventory.departments.has(owner), () => 'an owner')
    hold(
      law,
      functions.every((id) => inventory.functions.has(id)),
      () => 'a function',
    )
  }
  for (const { tool, department } of inventory.usages.values()) {
    hold(law, inventory.tools.has(tool) && inventory.departments.has(department), () => 'a usage')
  }
  for (const { id } of inventory.departments.values()) {
    let above = inventory.departments.get(id)?.parent
    for (let steps = 0; above !== undefined; steps += 1) {
      hold('no department lies within itself', above !== id && steps <= inventory.departments.size, () => 'a circle')
      above = inventory.departments.get(above)?.parent
    }
  }
}
