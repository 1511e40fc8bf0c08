import { LINE_STYLES } from '../../../shared/graph/palette'
import type { FlowMethod } from '../../../shared/inventory/nouns'

/** A short piece of a line as the map draws it. */
export function LineSign({ method }: { readonly method: FlowMethod }) {
  const { kind, width, dash, round } = LINE_STYLES[method]
  return (
    <svg width="30" height="6" aria-hidden>
      <path
        d="M2 3H28"
        fill="none"
        stroke={`var(--flow-${kind})`}
        strokeWidth={width}
        strokeDasharray={dash.join(' ')}
        strokeLinecap={round ? 'round' : 'butt'}
      />
    </svg>
  )
}
