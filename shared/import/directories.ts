import type { IdSource } from '../inventory/ids'
import type { DataObjectId, DepartmentId, FunctionId } from '../inventory/nouns'
import type { CatalogueIndexLike } from './import-plan'
import type { InventoryWriter } from './inventory-writer'
import { type DepartmentFolds, withAlias } from './match-aliases'
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

/**
 * Departments by `departmentKey`, and by the other spellings that are remembered or accepted (`folds`); those are kept
 * with the department. New ones have a name only: nobody has listed them yet.
 */
export function departmentDirectory(
  writer: InventoryWriter,
  ids: IdSource,
  folds: DepartmentFolds,
): Directory<DepartmentId> {
  const known = new Map<string, DepartmentId>()
  /** What was found or made, by its exact writing: lists name the same few again and again. */
  const exact = new Map<string, DepartmentId>()
  const created: string[] = []
  for (const { id, name } of writer.all('departments')) setFirst(known, departmentKey(name), id)
  const follow = (key: string, seen: ReadonlySet<string>): DepartmentId | undefined => {
    const own = known.get(key)
    const next = own === undefined && !seen.has(key) ? folds.redirect(key) : undefined
    if (next === undefined) return own
    return 'stored' in next ? (next.stored as DepartmentId) : follow(next.key, new Set([...seen, key]))
  }
  const find = (name: string) => exact.get(name) ?? follow(departmentKey(name), new Set())
  const create = (name: string): DepartmentId => {
    const id = ids('departments')
    writer.put('departments', { id, name })
    created.push(name)
    known.set(departmentKey(name), id)
    return id
  }
  return {
    find,
    created,
    findOrCreate(name) {
      const written = exact.get(name)
      if (written !== undefined) return written
      const id = found(name)
      exact.set(name, id)
      return id
    },
  }
  function found(name: string): DepartmentId {
    const key = departmentKey(name)
    const own = known.get(key)
    if (own !== undefined) return own
    let written = name
    for (const seen = new Set([key]); ; ) {
      const next = folds.nameFor(departmentKey(written))
      if (next === undefined || seen.has(departmentKey(next))) break
      seen.add(departmentKey(next))
      written = next
    }
    const id = find(name) ?? create(written)
    known.set(key, id)
    const department = writer.get('departments', id)
    if (department !== undefined) writer.put('departments', { ...department, ...withAlias(department, name) })
    return id
  }
}

/** Functions by name, and by the catalogue's function that a name or synonym means: two spellings of it are one. */
export function functionDirectory(
  writer: InventoryWriter,
  ids: IdSource,
  catalogue: CatalogueIndexLike | undefined,
): Directory<FunctionId> {
  const known = new Map<string, FunctionId>()
  /** By its exact writing: lists name the same few again and again. */
  const keysByName = new Map<string, readonly string[]>()
  const keysOf = (name: string): readonly string[] => {
    let keys = keysByName.get(name)
    if (keys === undefined) {
      const meant = catalogue?.functionByWord(name)
      keys = meant === undefined ? [nameKey(name)] : [nameKey(name), `catalogue\u0000${meant.id}`]
      keysByName.set(name, keys)
    }
    return keys
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
