import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './ResultDetails.module.css'
import type { ImportResult, ResultLine } from './result'
import { saveProblems } from './save-problems'

const SHOWN = 100
const FIGURES = ['rows', 'added', 'updated', 'unchanged', 'issues'] as const

interface Props {
  readonly result: ImportResult
  readonly onClose: () => void
}

/** What an import has done: a line per list whose numbers add up to its rows, and what was decided on the way. */
export function ResultDetails({ result, onClose }: Props) {
  const t = useT()
  const { lines, sum, merged, gone, kept, problems } = result
  const head = {
    rows: t('importScreen:result.rows'),
    added: t('importScreen:outcome.added'),
    updated: t('importScreen:outcome.updated'),
    unchanged: t('importScreen:outcome.unchanged'),
    issues: t('importScreen:outcome.issue'),
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('importScreen:result.title')}
      size={720}
      yOffset={80}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('importScreen:result.close') }}
    >
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('importScreen:result.file')}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col">
                {head[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name and the list never moves
            <Line key={i} line={line} name={line.file} />
          ))}
        </tbody>
        {lines.length > 1 && (
          <tfoot>
            <Line line={sum} name={t('importScreen:result.sum')} />
          </tfoot>
        )}
      </table>
      <p className={css.hint}>{t('importScreen:result.addsUp')}</p>
      <Names title={t('importScreen:result.merged')} names={merged.map(({ from, into }) => `${from} → ${into}`)} />
      <Names
        title={t('importScreen:result.missing')}
        names={gone.map(({ name, became }) => t(`importScreen:result.${became}`, { name }))}
      />
      {kept > 0 && <p className={css.hint}>{t('importScreen:result.kept', { count: kept })}</p>}
      {problems.length > 0 && (
        <Button
          mt="md"
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void saveProblems(problems)}
        >
          {t('importScreen:bar.saveProblems')}
        </Button>
      )}
    </Modal>
  )
}

function Line({ line, name }: { readonly line: ResultLine; readonly name: string }) {
  const formats = useFormats()
  return (
    <tr>
      <th scope="row">{name}</th>
      {FIGURES.map((figure) => (
        <td key={figure}>{formats.number(line[figure])}</td>
      ))}
    </tr>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const t = useT()
  const formats = useFormats()
  if (names.length === 0) return null
  return (
    <section>
      <h3 className={css.title}>
        {title} <span className={css.count}>{formats.number(names.length)}</span>
      </h3>
      <ul className={css.names}>
        {names.slice(0, SHOWN).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {names.length > SHOWN && <li>{t('importScreen:created.more', { count: names.length - SHOWN })}</li>}
      </ul>
    </section>
  )
}
