import { useEffect, useRef, useState } from 'react'
import { type ChangeSummary, summariesOf } from '../../database/history'

/** Summaries of the Changes in view, read as they come into view and remembered while the screen is shown. */
export function useSummaries(sequences: readonly number[]): ReadonlyMap<number, ChangeSummary> {
  const [known, setKnown] = useState<ReadonlyMap<number, ChangeSummary>>(() => new Map())
  const asked = useRef(new Set<number>())
  const key = sequences.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the list
  useEffect(() => {
    const wanted = sequences.filter((sequence) => !asked.current.has(sequence))
    if (wanted.length === 0) return
    for (const sequence of wanted) asked.current.add(sequence)
    void summariesOf(wanted).then((found) => setKnown((before) => new Map([...before, ...found])))
  }, [key])
  return known
}
