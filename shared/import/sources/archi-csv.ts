import type { DecodedFile } from '../table'
import { listsOfModel, type ModelElement } from './archimate-model'
import { hasColumns, type NamedRow, namedRows } from './parts'

const isPlain = ({ format = 'csv', part }: DecodedFile): boolean => format === 'csv' && part === undefined
const isRelations = (file: DecodedFile): boolean =>
  isPlain(file) && hasColumns(file.table, 'ID', 'Type', 'Name', 'Documentation', 'Source', 'Target')
const isElements = (file: DecodedFile): boolean =>
  isPlain(file) && hasColumns(file.table, 'ID', 'Type', 'Name', 'Documentation') && !isRelations(file)
const isProperties = (file: DecodedFile): boolean =>
  isPlain(file) && hasColumns(file.table, 'ID', 'Key', 'Value') && file.table.header.length === 3

/** The element types that Archi writes; a list of something else may have columns of the same names. */
const TYPE = /^(?:Application|Business|Technology|System|Data|Device|Node|Capability|Work|Product|Stakeholder|Location)/

function elementOf(row: NamedRow): ModelElement {
  const specialization = row.get('Specialization')
  return {
    row: row.row,
    id: row.get('ID'),
    type: row.get('Type'),
    name: row.get('Name'),
    documentation: row.get('Documentation'),
    more: specialization === '' ? [] : [['Specialization', specialization]],
  }
}

/** What elements and relations are called together: "elements" may have a prefix, and the others have the same. */
const prefixOf = ({ name }: DecodedFile): string => name.replace(/(?:elements|relations|properties)?\.[^.]*$/i, '')

/**
 * Archi's three CSV files as one model, wherever they are among the files; the others stay as they are and in their
 * order. A list of elements that comes alone is a model without relations.
 */
export function combineArchi(files: readonly DecodedFile[]): readonly DecodedFile[] {
  return files.flatMap((file) => {
    if (isElements(file)) {
      const rows = namedRows(file.table)
      if (!rows.some((row) => TYPE.test(row.get('Type')))) return [file]
      const relations = companion(files, file, isRelations)
      const properties = companion(files, file, isProperties)
      return listsOfModel(
        'archi',
        {
          elements: file,
          ...(relations === undefined ? {} : { relations }),
          ...(properties === undefined ? {} : { properties }),
        },
        rows.map(elementOf),
        relations === undefined
          ? []
          : namedRows(relations.table).map((row) => ({
              ...elementOf(row),
              source: row.get('Source'),
              target: row.get('Target'),
            })),
        properties === undefined
          ? []
          : namedRows(properties.table).map((row) => ({
              row: row.row,
              id: row.get('ID'),
              key: row.get('Key'),
              value: row.get('Value'),
            })),
      )
    }
    const taken = isRelations(file) || isProperties(file) ? files.filter(isElements) : []
    const owner =
      taken.find((elements) => companion(files, elements, isRelations) === file) ??
      taken.find((elements) => companion(files, elements, isProperties) === file)
    return owner === undefined ? [file] : []
  })
}

/** The file of this kind that belongs to a list of elements: the one of the same prefix, or the only one. */
function companion(
  files: readonly DecodedFile[],
  elements: DecodedFile,
  fits: (file: DecodedFile) => boolean,
): DecodedFile | undefined {
  const candidates = files.filter(fits)
  const same = candidates.find((file) => prefixOf(file) === prefixOf(elements))
  return same ?? (candidates.length === 1 && files.filter(isElements).length === 1 ? candidates[0] : undefined)
}
