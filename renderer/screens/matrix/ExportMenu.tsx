import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { WIDEST } from '../../../shared/export/to-matrix-tables'
import { useT } from '../../i18n'
import { exportMatrix, type MatrixKind } from '../../river/save-matrix'
import { useFormats } from '../../use-formats'

/** Saves the whole matrix, whatever of it is shown. */
export function ExportMenu({ kind, columns }: { readonly kind: MatrixKind; readonly columns: number }) {
  const t = useT()
  const formats = useFormats()
  const tooWide = columns > WIDEST
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          disabled={columns === 0}
          data-testid="export-matrix"
        >
          {t('matrix:export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={tooWide}
          title={tooWide ? t('matrix:tooWide', { limit: formats.number(WIDEST) }) : undefined}
          onClick={() => void exportMatrix(kind, 'matrix')}
        >
          {t('matrix:exportMatrix')}
        </Menu.Item>
        <Menu.Item onClick={() => void exportMatrix(kind, 'rows')}>{t('matrix:exportRows')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
