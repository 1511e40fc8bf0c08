import { useMemo } from 'react'

/** The library's own texts for screen readers, in the reader's language: how the keys work is said once, by the map. */
export function useAriaLabels(hint: string) {
  return useMemo(
    () => ({
      'node.a11yDescription.default': hint,
      'node.a11yDescription.keyboardDisabled': hint,
      'edge.a11yDescription.default': hint,
      'node.a11yDescription.ariaLiveMessage': () => '',
    }),
    [hint],
  )
}
