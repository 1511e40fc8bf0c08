import type { Simulation } from '../../../shared/analysis/scenario/simulate-scenario'
import type { ToolId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { openTool } from '../../ui-state'
import { useFormats } from '../../use-formats'
import css from './Compare.module.css'
import { type FigureLine, figureLines, type Shown } from './figures'
import type { ScenarioResult } from './results'

interface Props {
  /** The chosen scenario first. */
  readonly results: readonly ScenarioResult[]
}

/** Today and after each scenario, figure by figure, and below it what the chosen one does to whom. */
export function Compare({ results }: Props) {
  const t = useT()
  const formats = useFormats()
  const [chosen] = results
  if (chosen === undefined) return null
  const lines = figureLines(
    results.map(({ comparison }) => comparison),
    { t, formats },
  )
  const ids = results.map(({ scenario }) => scenario.id)
  return (
    <>
      <div className={css.scroll}>
        <table className={css.figures} data-testid="figures">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('scenarios:today')}</th>
              {results.map(({ scenario }) => (
                <th key={scenario.id} scope="col">
                  {scenario.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ isRisk }) => !isRisk)
              .map((line) => (
                <Line key={line.code} line={line} ids={ids} />
              ))}
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={results.length + 2} className={css.group}>
                {t('scenarios:risks')}
              </th>
            </tr>
            {lines
              .filter(({ isRisk }) => isRisk)
              .map((line) => (
                <Line key={line.code} line={line} ids={ids} />
              ))}
          </tbody>
        </table>
      </div>
      <Fates name={chosen.scenario.name} simulation={chosen.simulation} />
    </>
  )
}

function Line({ line, ids }: { readonly line: FigureLine; readonly ids: readonly string[] }) {
  const t = useT()
  return (
    <tr data-figure={line.code}>
      <th scope="row">{t(`scenarios:figure.${line.code}`)}</th>
      <Cell shown={line.today} />
      {ids.map((id, at) => (
        <Cell key={id} shown={line.after[at]} />
      ))}
    </tr>
  )
}

function Cell({ shown }: { readonly shown: Shown | undefined }) {
  if (shown === undefined) return <td />
  return (
    <td>
      <span>{shown.text}</span>
      {shown.small === undefined ? null : <small data-better={shown.better}>{shown.small}</small>}
    </td>
  )
}

const FATES = ['rewired', 'merged', 'internal', 'lost'] as const

/** The tools that go, come and stay for their other jobs, the departments, and what becomes of the flows. */
function Fates({ name, simulation }: { readonly name: string; readonly simulation: Simulation }) {
  const t = useT()
  const { tools, departments } = useInventory()
  const { gone, added, relieved, after, flows } = simulation
  if (gone.length + added.length + relieved.length + flows.size === 0) {
    return <p className={css.quiet}>{t('scenarios:nothingChanges')}</p>
  }
  const counts = FATES.flatMap((fate) => {
    const count = [...flows.values()].filter((each) => each === fate).length
    return count === 0 ? [] : [t(`scenarios:fate.${fate}`, { count })]
  })
  return (
    <dl className={css.fates} aria-label={name}>
      <dt>{t('scenarios:gone')}</dt>
      <dd>
        <Links ids={gone} />
      </dd>
      <dt>{t('scenarios:added')}</dt>
      <dd>{added.map((id) => after.tools.get(id)?.name ?? id).join(', ') || t('scenarios:noneOf')}</dd>
      <dt>{t('scenarios:relieved')}</dt>
      <dd>
        <Links ids={relieved.filter((id) => tools.has(id))} />
      </dd>
      <dt>{t('scenarios:figure.departments')}</dt>
      <dd>{simulation.departments.map((id) => departments.get(id)?.name ?? id).join(', ') || t('scenarios:noneOf')}</dd>
      <dt>{t('scenarios:flowsFate')}</dt>
      <dd>{counts.join(', ') || t('scenarios:noneOf')}</dd>
    </dl>
  )
}

function Links({ ids }: { readonly ids: readonly ToolId[] }) {
  const t = useT()
  const { tools } = useInventory()
  if (ids.length === 0) return t('scenarios:noneOf')
  return (
    <ul className={css.links}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" onClick={() => openTool(id)}>
            {tools.get(id)?.name ?? id}
          </button>
        </li>
      ))}
    </ul>
  )
}
