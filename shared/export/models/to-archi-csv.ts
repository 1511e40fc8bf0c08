import type { ExportTable } from '../to-tables'
import type { ArchiModel } from './archi-model'

/** Archi's three lists, to be written as elements.csv, relations.csv and properties.csv beside each other. */
export interface ArchiTables {
  readonly elements: ExportTable
  readonly relations: ExportTable
  readonly properties: ExportTable
}

/** The model as the three tables that Archi imports together; columns and types as Archi writes them. */
export function toArchiTables({ elements, relations }: ArchiModel): ArchiTables {
  return {
    elements: {
      header: ['ID', 'Type', 'Name', 'Documentation', 'Specialization'],
      rows: elements.map(({ id, type, name, documentation }) => [id, type, name, documentation, '']),
    },
    relations: {
      header: ['ID', 'Type', 'Name', 'Documentation', 'Source', 'Target', 'Specialization'],
      rows: relations.map(({ id, type, name, documentation, source, target }) => {
        return [id, `${type}Relationship`, name, documentation, source, target, '']
      }),
    },
    properties: {
      header: ['ID', 'Key', 'Value'],
      rows: [...elements, ...relations].flatMap(({ id, properties }) =>
        properties.map(([key, value]) => [id, key, value]),
      ),
    },
  }
}
