import { useMemo, useState } from 'react'
import type { Flow, FlowId, Tool, ToolId } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { openTool } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { PickInput } from '../../widgets/PickInput'
import css from './Detail.module.css'
import { FlowEditor } from './FlowEditor'
import { useToolOptions } from './OwnerInput'
import { arrowOf, writeNewFlow } from './writes'

/** The tool's data flows, in and out; each opens to be edited, and more can be added. */
export function Flows({ tool }: { readonly tool: Tool }) {
  const t = useT()
  const { flows } = useInventory()
  const disabled = useWorkspace((state) => state.phase !== 'ready')
  const [open, setOpen] = useState<FlowId>()
  const own = useMemo(
    () => [...flows.values()].filter(({ source, target }) => source === tool.id || target === tool.id),
    [flows, tool.id],
  )
  const tools = useToolOptions()
  const others = useMemo(() => tools.filter(({ key }) => key !== tool.id), [tools, tool.id])
  const groups = [
    { side: 'in', flows: own.filter(({ target, bothWays }) => target === tool.id && !bothWays) },
    { side: 'out', flows: own.filter(({ source, bothWays }) => source === tool.id && !bothWays) },
    { side: 'both', flows: own.filter(({ bothWays }) => bothWays) },
  ] as const
  const add = (source: ToolId, target: ToolId) => setOpen(writeNewFlow(source, target))
  return (
    <section className={css.section} data-testid="flows">
      <h2>{t('detail:section.flows')}</h2>
      {own.length === 0 ? <p className={css.quiet}>{t('detail:flow.none')}</p> : null}
      {groups.map(({ side, flows }) =>
        flows.length === 0 ? null : (
          <div key={side}>
            <h3>{t(`detail:flow.${side}`)}</h3>
            <ul className={css.rows}>
              {flows.map((flow) => (
                <li key={flow.id}>
                  <FlowRow
                    flow={flow}
                    other={flow.source === tool.id ? flow.target : flow.source}
                    open={open === flow.id}
                    onToggle={() => setOpen(open === flow.id ? undefined : flow.id)}
                  />
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      <div className={css.pairs}>
        <PickInput
          label={t('detail:flow.addIn')}
          placeholder={t('detail:flow.addIn')}
          value=""
          options={others}
          disabled={disabled}
          onPick={(key) => add(key as ToolId, tool.id)}
        />
        <PickInput
          label={t('detail:flow.addOut')}
          placeholder={t('detail:flow.addOut')}
          value=""
          options={others}
          disabled={disabled}
          onPick={(key) => add(tool.id, key as ToolId)}
        />
      </div>
    </section>
  )
}

interface RowProps {
  readonly flow: Flow
  readonly other: ToolId
  readonly open: boolean
  readonly onToggle: () => void
}

function FlowRow({ flow, other, open, onToggle }: RowProps) {
  const t = useT()
  const formats = useFormats()
  const { tools, dataObjects } = useInventory()
  const facts = [
    t(`common:method.${flow.method}`),
    ...(flow.hoursPerMonth === undefined
      ? []
      : [t('common:hoursPerMonth', { hours: formats.number(flow.hoursPerMonth) })]),
    ...(flow.frequency === undefined ? [] : [t(`common:frequency.${flow.frequency}`)]),
    ...flow.dataObjects.flatMap((id) => dataObjects.get(id)?.name ?? []),
  ]
  return (
    <div className={css.flow} data-open={open || undefined} data-flow={flow.id}>
      <div className={css.flowHead}>
        <button type="button" className={css.link} onClick={() => openTool(other)}>
          {tools.get(other)?.name ?? other}
        </button>
        <button
          type="button"
          className={css.facts}
          aria-expanded={open}
          aria-label={t('detail:flow.edit', { name: arrowOf(flow) })}
          onClick={onToggle}
        >
          {facts.join(' · ')}
        </button>
      </div>
      {open ? <FlowEditor flow={flow} onDone={onToggle} /> : null}
    </div>
  )
}
