import { decodeFile } from '../../../../renderer/files/decode-file'
import { planFiles, prepareFiles } from '../../../../renderer/river/import-files'
import { type DecodedFile, titleOf } from '../../../../shared/import/table'
import { idSource } from '../../../../shared/inventory/ids'
import { EMPTY_INVENTORY, type Inventory } from '../../../../shared/inventory/inventory'

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Everything that happens to files that are dropped together: a line per table with its numbers, and what comes of it. */
export function importedTogether(
  files: readonly (readonly [name: string, contents: string | Uint8Array])[],
  before: Inventory = EMPTY_INVENTORY,
  sequence = 1,
) {
  const decoded: readonly DecodedFile[] = files.flatMap(([name, contents]) =>
    decodeFile(name, typeof contents === 'string' ? bytesOf(contents) : contents),
  )
  const { taken, aside } = prepareFiles(decoded)
  const planned = planFiles(before, taken, idSource(sequence), 'EUR', undefined)
  const lines = planned.plans.map(({ kind, fileName, rows, added, updated, unchanged, issues }) => {
    const sum = added + updated + unchanged + issues.length
    return `${fileName}: ${kind} ${rows} = ${added} + ${updated} + ${unchanged} + ${issues.length}${sum === rows ? '' : ' !'}`
  })
  const { after, plans } = planned
  return { decoded, taken, aside: aside.map((each) => titleOf(each.decoded)), plans, lines, after }
}

export const namesOf = (rows: ReadonlyMap<unknown, { readonly name: string }>): readonly string[] =>
  [...rows.values()].map(({ name }) => name).sort()

/** "Jira: Dev (owner), IT" for every tool that somebody uses. */
export function usesOf({ tools, departments, usages }: Inventory): readonly string[] {
  return [...usages.values()]
    .map(({ tool, department }) => `${tools.get(tool)?.name}: ${departments.get(department)?.name}`)
    .sort()
}
