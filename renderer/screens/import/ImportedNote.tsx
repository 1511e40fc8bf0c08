import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n'
import { namedTotals, type Totals } from './sums'

interface Props {
  readonly totals: Totals
  /** Takes the import back; false when something else would be taken back instead. */
  readonly onUndo: () => Promise<boolean>
}

/** The note after an import: its sums, and the way back. */
export function ImportedNote({ totals, onUndo }: Props) {
  const t = useT()
  const [overtaken, setOvertaken] = useState(false)
  const sums = namedTotals(totals).map(({ kind, count }) => t(`importScreen:count.${kind}`, { count }))
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {t('importScreen:done.title')}
          </Text>
          <Text size="sm">{sums.join(', ')}</Text>
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
