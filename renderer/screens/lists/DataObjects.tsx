import { useMemo } from 'react'
import {
  addDataObject,
  removeDataObjects,
  renameDataObject,
  setMaster,
} from '../../../shared/inventory/edit-data-object'
import type { DataObject, Flow, ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { CommitInput } from '../../widgets/CommitInput'
import { PickInput } from '../../widgets/PickInput'
import { useToolOptions } from '../detail/OwnerInput'
import { write } from '../detail/writes'
import { AddName } from './AddName'
import type { ListColumn, ListRow } from './arrange'
import { List } from './List'
import { sayUndoable } from './say-undoable'

interface ObjectRow extends ListRow {
  readonly object: DataObject
  readonly master: string
  readonly flows: readonly Flow[]
}

/** All data objects: which tool holds the truth about each, and which flows carry it. */
export function DataObjects() {
  const t = useT()
  const formats = useFormats()
  const { dataObjects, flows, tools } = useInventory()
  const rows = useMemo(() => {
    const carrying = new Map<string, Flow[]>()
    for (const flow of flows.values()) {
      for (const id of flow.dataObjects) {
        const known = carrying.get(id)
        if (known === undefined) carrying.set(id, [flow])
        else known.push(flow)
      }
    }
    return [...dataObjects.values()]
      .map(
        (object): ObjectRow => ({
          id: object.id,
          name: object.name,
          object,
          master: object.master === undefined ? '' : (tools.get(object.master)?.name ?? ''),
          flows: carrying.get(object.id) ?? [],
        }),
      )
      .sort((a, b) => formats.compare(a.name, b.name))
  }, [dataObjects, flows, tools, formats])
  const columns = useMemo<readonly ListColumn<ObjectRow>[]>(
    () => [
      { id: 'name', label: t('lists:column.name'), size: 200, grow: 2, editable: true, text: ({ name }) => name },
      { id: 'master', label: t('lists:column.master'), size: 160, grow: 2, editable: true, text: (row) => row.master },
      {
        id: 'flows',
        label: t('lists:column.flows'),
        size: 110,
        grow: 0.4,
        end: true,
        text: (row) => (row.flows.length === 0 ? '' : formats.number(row.flows.length)),
        key: (row) => row.flows.length,
      },
      {
        id: 'carried',
        label: t('lists:column.carried'),
        size: 220,
        grow: 4,
        text: (row) =>
          row.flows
            .map(({ source, target, bothWays }) =>
              [tools.get(source)?.name, bothWays ? '↔' : '→', tools.get(target)?.name].join(' '),
            )
            .join(' · '),
      },
    ],
    [t, formats, tools],
  )
  return (
    <List
      list="dataObjects"
      rows={rows}
      columns={columns}
      editor={(column, row, done) => <ObjectEditor column={column} row={row} done={done} />}
      hangs={(row) =>
        row.flows.length === 0
          ? t('lists:nothingHangs')
          : t('lists:hangs', { what: t('lists:on.flows', { count: row.flows.length }) })
      }
      onDelete={({ object: { id, name }, flows: carried }, focus) => {
        const change = write('deleteDataObject', { name }, (now) => removeDataObjects(now, [id]))
        if (change === undefined) return
        const ties = carried.length === 0 ? [] : [t('lists:tie.objectFlows', { count: carried.length })]
        sayUndoable([t('lists:deleted', { name }), ...ties].join(' '), change.sequence, focus)
      }}
      adding={(done) => (
        <AddName
          list="dataObjects"
          done={done}
          add={(name) => {
            let id: string | undefined
            const change = write('addDataObject', { name: name.trim() }, (now, ids) => {
              const added = addDataObject(now, name, ids)
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

interface EditorProps {
  readonly column: string
  readonly row: ObjectRow
  readonly done: () => void
}

function ObjectEditor({ column, row: { object, master }, done }: EditorProps) {
  const t = useT()
  const tools = useToolOptions()
  const { id, name } = object
  if (column === 'name') {
    return (
      <CommitInput
        label={t('lists:editor', { column: t('lists:column.name'), name })}
        value={name}
        autoFocus
        save={(text) =>
          text.trim() === ''
            ? t('detail:bad.name')
            : void write('renameDataObject', { name, to: text.trim() }, (now) => renameDataObject(now, id, text))
        }
        onEnter={done}
        onLeave={done}
      />
    )
  }
  const set = (tool: ToolId | undefined) => {
    write('setMaster', { name }, (now) => setMaster(now, id, tool))
    done()
  }
  return (
    <PickInput
      label={t('lists:editor', { column: t('lists:column.master'), name })}
      value={master}
      options={tools}
      noneWords={t('lists:none')}
      autoFocus
      onPick={(key) => set(key as ToolId)}
      onNone={() => set(undefined)}
      onEnter={done}
      onLeave={done}
    />
  )
}
