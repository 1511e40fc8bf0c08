import type { TermCode } from '../../../shared/analysis/bundle-scale'
import type { BundleTerm } from '../../../shared/analysis/findings'
import type { Flow, Origin, Tool } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import type { Formats } from '../../format'
import { type T, useT } from '../../i18n'
import { openTool, revealOnMap } from '../../ui-state'
import { useFormats } from '../../use-formats'
import css from './Start.module.css'

/** What a term is made of: its formula with its numbers, and the tools, flows and data objects, each with its cell. */
export function TermRows({ term }: { readonly term: BundleTerm }) {
  const t = useT()
  const formats = useFormats()
  const { tools, flows, dataObjects, usages } = useInventory()
  const number = (value: number) => formats.number(Math.round(value * 10) / 10)
  const values = {
    points: number(term.points),
    weight: number(term.weight),
    value: number(term.value),
    half: number(term.half),
  }
  const nameOf = (id: Tool['id']) => tools.get(id)?.name ?? id
  const usersOf = (tool: Tool) => {
    const known = [...usages.values()].filter((usage) => usage.tool === tool.id && usage.users !== undefined)
    return tool.users ?? (known.length === 0 ? undefined : known.reduce((sum, { users = 0 }) => sum + users, 0))
  }
  const origin = (from: Origin | undefined) =>
    from === undefined ? t('start:byHand') : t('start:rowOf', { file: from.file, row: from.row })
  return (
    <div data-testid="rows">
      <p>{t(`analysis:termHint.${term.code}`)}</p>
      <p className={css.formula}>
        {t('start:formula', values)} <small>{t('start:formulaHint', { half: values.half })}</small>
      </p>
      {term.tools.length + term.flows.length + term.dataObjects.length === 0 ? <p>{t('start:rows.none')}</p> : null}
      <ul className={css.sources}>
        {term.tools.map((id) => {
          const tool = tools.get(id)
          if (tool === undefined) return null
          const figure = toolFigure(term.code, tool, usersOf, t, formats)
          return (
            <li key={id}>
              <button type="button" className={css.rowLink} onClick={() => openTool(id)}>
                {tool.name}
              </button>
              <span>{figure}</span>
              <small>{origin(tool.origin)}</small>
            </li>
          )
        })}
        {term.flows.map((id) => {
          const flow = flows.get(id)
          if (flow === undefined) return null
          return (
            <li key={id}>
              <button type="button" className={css.rowLink} onClick={() => revealOnMap({ kind: 'flow', id })}>
                {nameOf(flow.source)} {flow.bothWays ? '↔' : '→'} {nameOf(flow.target)}
              </button>
              <span>{flowFigure(term.code, flow, t, formats)}</span>
              <small>{origin(flow.origin)}</small>
            </li>
          )
        })}
        {term.dataObjects.map((id) => (
          <li key={id}>
            <span>{dataObjects.get(id)?.name ?? id}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a tool says to the term; "unknown" where it says nothing. Empty where the tool itself is what counts. */
function toolFigure(
  code: TermCode,
  tool: Tool,
  usersOf: (tool: Tool) => number | undefined,
  t: T,
  formats: Formats,
): string {
  const known = (words: string | undefined) => words ?? t('common:unknown')
  const { annualCost, contractEnd, criticality } = tool
  switch (code) {
    case 'cost-freed':
      return known(annualCost && formats.money(annualCost))
    case 'users-joined':
    case 'users-to-move': {
      const count = usersOf(tool)
      return known(count === undefined ? undefined : t('common:unit.users', { count, number: formats.number(count) }))
    }
    case 'contract-lock-in':
      return known(contractEnd && formats.date(contractEnd))
    case 'criticality':
      return known(criticality && t('common:unit.level', { number: criticality }))
    default:
      return ''
  }
}

function flowFigure(code: TermCode, flow: Flow, t: T, formats: Formats): string {
  const method = t(`common:method.${flow.method}`)
  if (code !== 'hours-freed') return method
  const hours =
    flow.hoursPerMonth === undefined
      ? t('common:unknown')
      : t('common:hoursPerMonth', { hours: formats.number(flow.hoursPerMonth) })
  return `${method}, ${hours}`
}
