import { useMemo, useState } from 'react'
import {
  FLOW_METHODS,
  type Flow,
  type FlowMethod,
  FREQUENCIES,
  type Frequency,
  type ToolId,
} from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { PickInput } from '../../widgets/PickInput'
import { useToolOptions } from '../detail/OwnerInput'
import { readHours, splitList } from '../detail/read-field'
import { deleteFlow, writeFlow, writeNewFlow } from '../detail/writes'
import type { ListColumn, ListRow } from './arrange'
import { List } from './List'
import { sayUndoable } from './say-undoable'

interface FlowRow extends ListRow {
  readonly flow: Flow
  readonly source: string
  readonly target: string
  readonly data: string
}

/** All data flows: from where to where, how, what, and how many hours it takes people. */
export function FlowsList() {
  const t = useT()
  const formats = useFormats()
  const { flows, tools, dataObjects } = useInventory()
  const rows = useMemo(
    () =>
      [...flows.values()]
        .map((flow): FlowRow => {
          const [source, target] = [tools.get(flow.source)?.name ?? '', tools.get(flow.target)?.name ?? '']
          return {
            id: flow.id,
            name: `${source} ${flow.bothWays ? '↔' : '→'} ${target}`,
            flow,
            source,
            target,
            data: flow.dataObjects.flatMap((id) => dataObjects.get(id)?.name ?? []).join(', '),
          }
        })
        .sort((a, b) => formats.compare(a.source, b.source) || formats.compare(a.target, b.target)),
    [flows, tools, dataObjects, formats],
  )
  const columns = useMemo<readonly ListColumn<FlowRow>[]>(
    () => [
      { id: 'source', label: t('lists:column.source'), size: 130, grow: 2, editable: true, text: (row) => row.source },
      { id: 'target', label: t('lists:column.target'), size: 130, grow: 2, editable: true, text: (row) => row.target },
      {
        id: 'bothWays',
        label: t('lists:column.bothWays'),
        size: 88,
        grow: 0.3,
        editable: true,
        text: ({ flow }) => t(flow.bothWays ? 'lists:yes' : 'lists:no'),
      },
      {
        id: 'method',
        label: t('lists:column.method'),
        size: 100,
        grow: 0.5,
        editable: true,
        text: ({ flow }) => (flow.method === 'unknown' ? '' : t(`common:method.${flow.method}`)),
      },
      { id: 'data', label: t('lists:column.data'), size: 116, grow: 2, editable: true, text: (row) => row.data },
      {
        id: 'hours',
        label: t('lists:column.hours'),
        size: 112,
        grow: 0.3,
        end: true,
        editable: true,
        text: ({ flow }) => (flow.hoursPerMonth === undefined ? '' : formats.number(flow.hoursPerMonth)),
        key: ({ flow }) => flow.hoursPerMonth,
      },
      {
        id: 'frequency',
        label: t('lists:column.frequency'),
        size: 100,
        grow: 0.5,
        editable: true,
        text: ({ flow }) => (flow.frequency === undefined ? '' : t(`common:frequency.${flow.frequency}`)),
        key: ({ flow }) => (flow.frequency === undefined ? undefined : FREQUENCIES.indexOf(flow.frequency)),
      },
    ],
    [t, formats],
  )
  return (
    <List
      list="flows"
      rows={rows}
      columns={columns}
      editor={(column, row, done) => <FlowCellEditor column={column} row={row} done={done} />}
      hangs={({ name }) => name}
      onDelete={({ flow, name }, focus) => {
        const change = deleteFlow(flow)
        if (change !== undefined) sayUndoable(t('lists:deleted', { name }), change.sequence, focus)
      }}
      adding={(done) => <AddFlow done={done} />}
    />
  )
}

/** Asks for both ends; the flow is written when they are known. */
function AddFlow({ done }: { readonly done: (id?: string) => void }) {
  const t = useT()
  const tools = useToolOptions()
  const [source, setSource] = useState<string>()
  const nameOf = (id: string | undefined) => tools.find(({ key }) => key === id)?.label ?? ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears what its two fields don't take
    <div
      style={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 12, alignItems: 'center' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        done()
      }}
      onBlur={({ currentTarget }) => {
        requestAnimationFrame(() => {
          if (currentTarget.isConnected && !currentTarget.contains(document.activeElement)) done()
        })
      }}
    >
      <PickInput
        label={t('lists:newFlow.source')}
        placeholder={t('lists:newFlow.source')}
        value={nameOf(source)}
        options={tools}
        autoFocus
        onPick={setSource}
      />
      {source === undefined ? (
        <span />
      ) : (
        <PickInput
          label={t('lists:newFlow.target')}
          placeholder={t('lists:newFlow.target')}
          value=""
          options={tools.filter(({ key }) => key !== source)}
          autoFocus
          onPick={(target) => done(writeNewFlow(source as ToolId, target as ToolId))}
        />
      )}
      <small>{t('lists:newHint')}</small>
    </div>
  )
}

interface EditorProps {
  readonly column: string
  readonly row: FlowRow
  readonly done: () => void
}

function FlowCellEditor({ column, row: { flow, name, source, target, data }, done }: EditorProps) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const tools = useToolOptions()
  const label = t('lists:editor', { column: t(`lists:column.${column as 'source'}`), name })
  const set = (says: Parameters<typeof writeFlow>[1]) => {
    writeFlow(flow, says)
    done()
  }
  switch (column) {
    case 'source':
    case 'target':
      return (
        <PickInput
          label={label}
          value={column === 'source' ? source : target}
          options={tools.filter(({ key }) => key !== (column === 'source' ? flow.target : flow.source))}
          autoFocus
          onPick={(key) => set({ [column]: key as ToolId })}
          onEnter={done}
          onLeave={done}
        />
      )
    case 'bothWays':
      return (
        <ChoiceInput
          label={label}
          value={flow.bothWays ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`lists:${value}`) }))}
          autoFocus
          onChoose={(value) => set({ bothWays: value === 'yes' })}
          onEnter={done}
          onLeave={done}
        />
      )
    case 'method':
      return (
        <ChoiceInput
          label={label}
          value={flow.method}
          options={FLOW_METHODS.map((value) => ({ value, label: t(`common:method.${value}`) }))}
          autoFocus
          onChoose={(value) => set({ method: value as FlowMethod })}
          onEnter={done}
          onLeave={done}
        />
      )
    case 'frequency':
      return (
        <ChoiceInput
          label={label}
          value={flow.frequency ?? ''}
          emptyWords={t('detail:empty')}
          options={FREQUENCIES.map((value) => ({ value, label: t(`common:frequency.${value}`) }))}
          autoFocus
          onChoose={(value) => set({ frequency: value === '' ? undefined : (value as Frequency) })}
          onEnter={done}
          onLeave={done}
        />
      )
    case 'hours':
      return (
        <CommitInput
          label={label}
          value={flow.hoursPerMonth === undefined ? '' : formats.number(flow.hoursPerMonth)}
          autoFocus
          save={(text) => {
            const read = readHours(text, language)
            if (!read.ok) return t('detail:bad.hours', { text })
            writeFlow(flow, { hoursPerMonth: read.value })
            return undefined
          }}
          onEnter={done}
          onLeave={done}
        />
      )
    default:
      return (
        <CommitInput
          label={label}
          value={data}
          placeholder={t('detail:flow.dataHint')}
          autoFocus
          save={(text) => void writeFlow(flow, { dataObjects: splitList(text) })}
          onEnter={done}
          onLeave={done}
        />
      )
  }
}
