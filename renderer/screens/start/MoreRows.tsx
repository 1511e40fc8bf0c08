import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n'

/** So many rows are drawn at first, and so many more each time. */
const STEP = 40

interface Some<T> {
  readonly shown: readonly T[]
  readonly all: number
  readonly more: () => void
}

/** The first rows of a list that may be long, and more of them on demand. */
export function useSome<T>(rows: readonly T[]): Some<T> {
  const [count, setCount] = useState(STEP)
  return { shown: rows.slice(0, count), all: rows.length, more: () => setCount(Math.max(count * 2, count + STEP)) }
}

/** The button for more rows, with how many there are; nothing when all are shown. */
export function MoreRows({ some }: { readonly some: Some<unknown> }) {
  const t = useT()
  if (some.shown.length === some.all) return null
  return (
    <Button variant="default" size="compact-sm" onClick={some.more}>
      {t('inventory:countOf', { shown: some.shown.length, total: some.all })} · {t('start:more')}
    </Button>
  )
}
