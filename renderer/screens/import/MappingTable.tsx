import { Button, NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { FIELDS, type FieldId } from '../../../shared/import/fields'
import type { MappingReason } from '../../../shared/import/mapping'
import { useT } from '../../i18n'
import type { PreparedFile } from '../../river/import-files'
import { troubleWith } from './blockers'
import { chooseField, chooseKind } from './import-actions'
import type { FileEntry } from './import-state'
import css from './MappingTable.module.css'
import { doubleColumns, isEdited } from './mapping-edits'
import { sampleValues } from './sample-values'
import { Trouble } from './Trouble'
import { fieldWord, sureness } from './words'

const EXTRA = ''
const STEPS = { high: 3, middle: 2, low: 1 } as const

interface Props {
  readonly entry: FileEntry
  readonly prepared: PreparedFile
  /** Planning this mapping went wrong. */
  readonly failed: boolean
}

/** One row per column of the file: what is in it, what it is taken to mean, and why. */
export function MappingTable({ entry, prepared: { decoded, mapping }, failed }: Props) {
  const t = useT()
  const samples = useMemo(() => decoded.table.header.map((_, i) => sampleValues(decoded.table, i)), [decoded])
  const doubled = doubleColumns(mapping)
  const trouble = failed ? 'plan-failed' : troubleWith(mapping)
  const fields = [
    { value: EXTRA, label: t('importScreen:mapping.extra') },
    ...FIELDS[mapping.kind].map((field) => ({ value: field as string, label: fieldWord(t, mapping.kind, field) })),
  ]
  return (
    <div className={css.scroll}>
      {trouble !== undefined && (
        <div className={css.trouble}>
          <Trouble code={trouble} fileKey={entry.key} />
        </div>
      )}
      <table className={css.table} aria-label={t('importScreen:mapping.label')}>
        <thead>
          <tr>
            <th scope="col">{t('importScreen:mapping.column')}</th>
            <th scope="col">{t('importScreen:mapping.samples')}</th>
            <th scope="col">{t('importScreen:mapping.field')}</th>
            <th scope="col">
              <span className={css.why}>
                {t('importScreen:mapping.why')}
                {isEdited(mapping) && (
                  <Button variant="subtle" size="compact-xs" onClick={() => chooseKind(entry.key, mapping.kind)}>
                    {t('importScreen:detected.guessAgain')}
                  </Button>
                )}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {decoded.table.header.map((header, column) => (
            <tr key={header} data-mapped={mapping.columns[column] !== null || undefined}>
              <th scope="row">
                <span className={css.header} title={header}>
                  {header}
                </span>
              </th>
              <td className={css.samples}>
                <div>
                  {samples[column]?.length === 0 && <i>{t('importScreen:mapping.emptyColumn')}</i>}
                  {samples[column]?.map((text) => (
                    <span key={text}>{text}</span>
                  ))}
                </div>
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={t('importScreen:mapping.fieldOf', { column: header })}
                  data={fields}
                  value={mapping.columns[column] ?? EXTRA}
                  disabled={entry.stage.kind !== 'ready'}
                  error={doubled.has(column)}
                  aria-describedby={doubled.has(column) ? `double-${column}` : undefined}
                  onChange={({ currentTarget: { value } }) =>
                    chooseField(entry.key, column, value === EXTRA ? null : (value as FieldId))
                  }
                />
                {doubled.has(column) && (
                  <span id={`double-${column}`} className={css.double}>
                    {t('importScreen:mapping.double')}
                  </span>
                )}
              </td>
              <td>
                <Why reason={mapping.reasons?.[column] ?? null} mapped={mapping.columns[column] !== null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Why a column means what it means, and how sure that is. */
function Why({ reason, mapped }: { readonly reason: MappingReason | null; readonly mapped: boolean }) {
  const t = useT()
  if (reason === null) return <span className={css.muted}>{mapped ? '' : t('importScreen:mapping.untouched')}</span>
  if (reason.code === 'person') return <span>{t('importScreen:mapping.reason.person')}</span>
  const sure = sureness(reason.confidence)
  return (
    <span className={css.reason} data-sure={sure}>
      <span className={css.sure}>
        <span className={css.dots} aria-hidden>
          {[1, 2, 3].map((step) => (
            <i key={step} data-on={step <= STEPS[sure] || undefined} />
          ))}
        </span>
        {t(`importScreen:mapping.sure.${sure}`)}
      </span>
      <span className={css.muted}>{t(`importScreen:mapping.reason.${reason.code}`)}</span>
    </span>
  )
}
