import { useMemo } from 'react'
import { addFunction, functionCalled, removeFunctions, renameFunction } from '../../../shared/inventory/edit-function'
import type { BusinessFunction, FunctionId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { domainNames } from '../../river/catalogue'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { CommitInput } from '../../widgets/CommitInput'
import { write } from '../detail/writes'
import { AddName } from './AddName'
import type { ListColumn, ListRow } from './arrange'
import { List } from './List'
import { sayUndoable } from './say-undoable'

interface FunctionRow extends ListRow {
  readonly id: FunctionId
  readonly known: BusinessFunction
  readonly tools: number
  readonly departments: number
  readonly users: number | undefined
}

/** All functions: how many tools do each, for how many departments and people. Renaming one as another makes them one. */
export function Functions() {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const { functions, tools } = useInventory()
  const rows = useMemo(() => {
    const sums = new Map<FunctionId, { tools: number; departments: Set<string>; users?: number }>()
    for (const { functions: own, owner, users } of tools.values()) {
      for (const id of own) {
        const sum = sums.get(id) ?? { tools: 0, departments: new Set<string>() }
        sums.set(id, sum)
        sum.tools += 1
        if (owner !== undefined) sum.departments.add(owner)
        if (users !== undefined) sum.users = (sum.users ?? 0) + users
      }
    }
    return [...functions.values()]
      .map((known): FunctionRow => {
        const sum = sums.get(known.id)
        const { id, name } = known
        return {
          id,
          name,
          known,
          tools: sum?.tools ?? 0,
          departments: sum?.departments.size ?? 0,
          users: sum?.users,
        }
      })
      .sort((a, b) => formats.compare(a.name, b.name))
  }, [functions, tools, formats])
  const columns = useMemo<readonly ListColumn<FunctionRow>[]>(() => {
    const domains = domainNames(language)
    const number = (id: 'tools' | 'departments' | 'users', size: number): ListColumn<FunctionRow> => ({
      id,
      label: t(`lists:column.${id}`),
      size,
      grow: 0.5,
      end: true,
      text: (row) => (row[id] === undefined || row[id] === 0 ? '' : formats.number(row[id])),
      key: (row) => row[id],
    })
    return [
      { id: 'name', label: t('lists:column.name'), size: 240, grow: 3, editable: true, text: ({ name }) => name },
      {
        id: 'domain',
        label: t('lists:column.domain'),
        size: 160,
        grow: 2,
        text: ({ known }) => (known.domain === undefined ? '' : (domains.get(known.domain) ?? known.domain)),
      },
      number('tools', 80),
      number('departments', 110),
      number('users', 90),
    ]
  }, [t, formats, language])
  const rename = ({ id, name }: BusinessFunction, to: string) => {
    const inventory = { functions, tools } as Parameters<typeof functionCalled>[0]
    const other = functionCalled(inventory, to, id)
    const change = write('renameFunction', { name, to: to.trim() }, (now) => renameFunction(now, id, to))
    if (change !== undefined && other !== undefined) {
      sayUndoable(t('lists:merged', { name, other: other.name }), change.sequence)
    }
  }
  return (
    <List
      list="functions"
      rows={rows}
      columns={columns}
      editor={(_, { known }, done) => (
        <CommitInput
          label={t('lists:editor', { column: t('lists:column.name'), name: known.name })}
          value={known.name}
          autoFocus
          save={(text) => (text.trim() === '' ? t('detail:bad.name') : void rename(known, text))}
          onEnter={done}
          onLeave={done}
        />
      )}
      hangs={(row) =>
        row.tools === 0
          ? t('lists:nothingHangs')
          : t('lists:hangs', { what: t('lists:on.tools', { count: row.tools }) })
      }
      onDelete={({ id, name, tools: count }, focus) => {
        const change = write('deleteFunction', { name }, (now) => removeFunctions(now, [id]))
        if (change === undefined) return
        const ties = count === 0 ? [] : [t('lists:tie.functionTools', { count })]
        sayUndoable([t('lists:deleted', { name }), ...ties].join(' '), change.sequence, focus)
      }}
      adding={(done) => (
        <AddName
          list="functions"
          done={done}
          add={(name) => {
            let id: string | undefined
            const change = write('addFunction', { name: name.trim() }, (now, ids) => {
              const added = addFunction(now, name, ids)
              id = added.id
              return added.rows
            })
            return change === undefined ? undefined : id
          }}
        />
      )}
    />
  )
}
