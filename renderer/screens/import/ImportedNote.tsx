import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n'
import { ResultDetails } from './ResultDetails'
import type { ImportResult } from './result'
import { type Besides, namedTotals, type Totals } from './sums'

const BESIDES = ['tools', 'departments', 'functions', 'flows'] as const

interface Props {
  readonly totals: Totals
  readonly besides: Besides
  readonly result: ImportResult
  /** The details are shown: the note must stay as long. */
  readonly onDetails: (shown: boolean) => void
  /** Takes the import back; false when something else would be taken back instead. */
  readonly onUndo: () => Promise<boolean>
}

/** The note after an import: its sums, and the way back. */
export function ImportedNote({ totals, besides, result, onDetails, onUndo }: Props) {
  const t = useT()
  const [overtaken, setOvertaken] = useState(false)
  const [details, setDetails] = useState(false)
  const show = (shown: boolean) => {
    setDetails(shown)
    onDetails(shown)
  }
  const sums = namedTotals(totals).map(({ kind, count }) => t(`importScreen:count.${kind}`, { count }))
  const also = BESIDES.filter((kind) => besides[kind] > 0).map((kind) =>
    t(`importScreen:besides.${kind}`, { count: besides[kind] }),
  )
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {t('importScreen:done.title')}
          </Text>
          <Text size="sm">{sums.join(', ')}</Text>
          {also.length > 0 && (
            <Text size="xs" c="dimmed">
              {t('importScreen:done.besides', { what: also.join(', ') })}
            </Text>
          )}
        </div>
        <Stack gap={4} flex="none">
          <Button variant="default" size="xs" onClick={async () => setOvertaken(!(await onUndo()))}>
            {t('importScreen:done.undo')}
          </Button>
          <Button variant="subtle" size="xs" onClick={() => show(true)}>
            {t('importScreen:result.details')}
          </Button>
        </Stack>
      </Group>
      {overtaken && (
        <Text size="sm" role="status">
          {t('importScreen:done.overtaken')}
        </Text>
      )}
      {details && <ResultDetails result={result} onClose={() => show(false)} />}
    </>
  )
}
