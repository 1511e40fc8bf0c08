import { countFlows, hoursByHand } from '../../../shared/graph/flow-facts'
import type { Graph } from '../../../shared/graph/graph'
import { LINE_STYLES } from '../../../shared/graph/palette'
import { toolLook } from '../../../shared/graph/tool-look'
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

const LOOKS = [
  ['coming', ['planned', 'mentionedOnly']],
  ['leaving', ['phasing-out']],
  ['retired', ['retired']],
] as const

/** A card in a state as it is seen from far away. */
function State({ look }: { readonly look: (typeof LOOKS)[number][0] }) {
  return (
    <svg width="18" height="12" aria-hidden>
      <rect
        x="1"
        y="1"
        width="16"
        height="10"
        rx="3"
        fill="var(--flow-unknown)"
        fillOpacity={look === 'coming' ? 0.25 : 1}
        stroke="var(--flow-unknown)"
      />
      {look !== 'coming' && (
        <path
          d="M1 6H17"
          stroke="var(--panel)"
          strokeWidth="2"
          strokeDasharray={look === 'leaving' ? '4 2' : undefined}
        />
      )}
    </svg>
  )
}

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

/** What the lines, the rings and the cards' shapes mean, with how many there are. */
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
      {LOOKS.map(([look, words]) => {
        const count = graph.tools.filter((tool) => toolLook(tool) === look).length
        return count === 0 ? null : (
          <span key={look} className={css.sample}>
            <State look={look} />
            {words.map((word) => t(`common:status.${word}`)).join(', ')} <b>{formats.number(count)}</b>
          </span>
        )
      })}
      {byHand > 0 && <span>{t('mapScreen:hoursByHand', { hours: formats.number(byHand) })}</span>}
    </div>
  )
}
