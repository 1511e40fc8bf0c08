import type { IdSource } from '../inventory/ids'
import type { DataObjectId, DepartmentId, FunctionId } from '../inventory/nouns'
import type { CatalogueIndexLike } from './import-plan'
import type { InventoryWriter } from './inventory-writer'
import { departmentKey, nameKey } from './normalise'

/** Finds records by name, and makes those that don't exist yet. `created` lists the names of the latter. */
export interface Directory<Id> {
  find(name: string): Id | undefined
  findOrCreate(name: string): Id
  readonly created: readonly string[]
}

function directory<Id>(
  known: Map<string, Id>,
  keysOf: (name: string) => readonly string[],
  create: (name: string) => Id,
): Directory<Id> {
  const created: string[] = []
  const find = (name: string): Id | undefined => {
    for (const key of keysOf(name)) {
      const id = known.get(key)
      if (id !== undefined) return id
    }
    return undefined
  }
  return {
    find,
    created,
    findOrCreate(name) {
      const found = find(name)
      if (found !== undefined) return found
      const id = create(name)
      created.push(name)
      for (const key of keysOf(name)) known.set(key, id)
      return id
    },
  }
}

function setFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value)
}

/** Departments by `departmentKey`. New ones have a name only: nobody has listed them yet. */
export function departmentDirectory(writer: InventoryWriter, ids: IdSource): Directory<DepartmentId> {
  const known = new Map<string, DepartmentId>()
  for (const { id, name } of writer.all('departments')) setFirst(known, departmentKey(name), id)
  return directory(
    known,
    (name) => [departmentKey(name)],
    (name) => {
      const id = ids('departments')
      writer.put('departments', { id, name })
      return id
    },
  )
}

/** Functions by name, and by the catalogue's function that a name or synonym means: two spellings of it are one. */
export function functionDirectory(
  writer: InventoryWriter,
  ids: IdSource,
  catalogue: CatalogueIndexLike | undefined,
): Directory<FunctionId> {
  const known = new Map<string, FunctionId>()
  const keysOf = (name: string): readonly string[] => {
    const meant = catalogue?.functionByWord(name)
    return meant === undefined ? [nameKey(name)] : [nameKey(name), `catalogue\u0000${meant.id}`]
  }
  for (const { id, name, catalogueId } of writer.all('functions')) {
    for (const key of keysOf(name)) setFirst(known, key, id)
    if (catalogueId !== undefined) setFirst(known, `catalogue\u0000${catalogueId}`, id)
  }
  return directory(known, keysOf, (name) => {
    const id = ids('functions')
    const meant = catalogue?.functionByWord(name)
    writer.put('functions', {
      id,
      name,
      ...(meant === undefined ? {} : { catalogueId: meant.id, domain: meant.domain }),
    })
    return id
  })
}

/** Data objects by `nameKey`. */
export function dataObjectDirectory(writer: InventoryWriter, ids: IdSource): Directory<DataObjectId> {
  const known = new Map<string, DataObjectId>()
  for (const { id, name } of writer.all('dataObjects')) setFirst(known, nameKey(name), id)
  return directory(
    known,
    (name) => [nameKey(name)],
    (name) => {
      const id = ids('dataObjects')
      writer.put('dataObjects', { id, name })
      return id
    },
  )
}

const EVERYBODY = new Set(
  'alle,all,alle abteilungen,alle bereiche,alle fachbereiche,alle mitarbeiter,alle mitarbeitenden,alle teams,all departments,all teams,all staff,all employees,all users,everyone,everybody,company wide,whole company,entire company,unternehmensweit,firmenweit,gesamtes unternehmen,ganzes unternehmen,jeder,gesamt,konzernweit,organisation wide'.split(
    ',',
  ),
)

/** True when a cell that should name departments says that all of them are meant. */
export function meansEverybody(name: string): boolean {
  return EVERYBODY.has(nameKey(name))
}
