import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n'
import { type Besides, namedTotals, type Totals } from './sums'

const BESIDES = ['tools', 'departments', 'functions', 'flows'] as const

interface Props {
  readonly totals: Totals
  readonly besides: Besides
  /** Takes the import back; false when something else would be taken back instead. */
  readonly onUndo: () => Promise<boolean>
}

/** The note after an import: its sums, and the way back. */
export function ImportedNote({ totals, besides, onUndo }: Props) {
  const t = useT()
  const [overtaken, setOvertaken] = useState(false)
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
        <Button variant="default" size="xs" flex="none" onClick={async () => setOvertaken(!(await onUndo()))}>
          {t('importScreen:done.undo')}
        </Button>
      </Group>
      {overtaken && (
        <Text size="sm" role="status">
          {t('importScreen:done.overtaken')}
        </Text>
      )}
    </>
  )
}
