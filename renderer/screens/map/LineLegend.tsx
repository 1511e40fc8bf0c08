import { countFlows, hoursByHand } from '../../../shared/graph/flow-facts'
import type { Graph } from '../../../shared/graph/graph'
import { LINE_STYLES } from '../../../shared/graph/palette'
import type { FlowMethod } from '../../../shared/inventory/nouns'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Legend.module.css'

const LINES: readonly { readonly shown: FlowMethod; readonly methods: readonly FlowMethod[] }[] = [
  { shown: 'api', methods: ['api', 'middleware', 'database'] },
  { shown: 'file', methods: ['file', 'e-mail'] },
  { shown: 'by-hand', methods: ['by-hand'] },
  { shown: 'unknown', methods: ['unknown'] },
]

/** A short piece of a line as the map draws it. */
function Line({ method }: { readonly method: FlowMethod }) {
  const { kind, width, dash, round } = LINE_STYLES[method]
  return (
    <svg width="28" height="6" aria-hidden>
      <path
        d="M2 3H26"
        fill="none"
        stroke={`var(--flow-${kind})`}
        strokeWidth={width}
        strokeDasharray={dash.join(' ')}
        strokeLinecap={round ? 'round' : 'butt'}
      />
    </svg>
  )
}

/** What the lines and rings mean, with how many there are. */
export function LineLegend({ graph, ringed }: { readonly graph: Graph; readonly ringed: ReadonlySet<string> }) {
  const t = useT()
  const formats = useFormats()
  const byHand = hoursByHand(graph.edges) ?? 0
  const overlapping = graph.tools.filter(({ id }) => ringed.has(id)).length
  if (overlapping === 0 && graph.edges.length === 0) return null
  return (
    <div className={css.group}>
      <span className={css.title}>{t('common:noun.flows')}</span>
      {LINES.map(({ shown, methods }) => ({ shown, number: countFlows(graph.edges, methods) }))
        .filter(({ number }) => number > 0)
        .map(({ shown, number }) => (
          <span key={shown} className={css.sample}>
            <Line method={shown} />
            {t(`mapScreen:line.${shown as 'api' | 'file' | 'by-hand' | 'unknown'}`)} <b>{formats.number(number)}</b>
          </span>
        ))}
      {overlapping > 0 && (
        <span className={css.sample}>
          <svg width="18" height="12" aria-hidden>
            <rect x="1" y="1" width="16" height="10" rx="3" fill="none" stroke="var(--overlap)" strokeWidth="1.5" />
          </svg>
          {t('mapScreen:line.overlap')} <b>{formats.number(overlapping)}</b>
        </span>
      )}
      {byHand > 0 && <span>{t('mapScreen:hoursByHand', { hours: formats.number(byHand) })}</span>}
    </div>
  )
}
