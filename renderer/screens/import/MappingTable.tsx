import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { Fragment, memo, useMemo, useState } from 'react'
import { FIELDS, type FieldId } from '../../../shared/import/fields'
import type { Mapping, MappingReason } from '../../../shared/import/mapping'
import { type T, useT } from '../../i18n'
import { troubleWith } from './blockers'
import { ColumnOptions } from './ColumnOptions'
import { chooseField, chooseKind, guessAgain } from './import-actions'
import type { FileEntry, TableEntry } from './import-state'
import { ListOptions } from './ListOptions'
import css from './MappingTable.module.css'
import { doubleColumns, isEdited, isRecalled } from './mapping-edits'
import { joinedIn, separatorOf, usesOf } from './mapping-sources'
import { sampleValues } from './sample-values'
import { Trouble } from './Trouble'
import { fieldWord, sureness } from './words'

const EXTRA = ''
const STEPS = { high: 3, middle: 2, low: 1 } as const

interface Props {
  readonly entry: FileEntry
  readonly table: TableEntry
  /** Planning this mapping went wrong. */
  readonly failed: boolean
}

/**
 * One row per column of the file: what is in it, what it is taken to mean, and why. Drawn again only for another table:
 * with its many choices it is most of the screen, and progress is told many times a second.
 */
export const MappingTable = memo(function MappingTable({ entry, table, failed }: Props) {
  const t = useT()
  const { decoded, mapping } = table.prepared
  const [open, setOpen] = useState<number>()
  const samples = useMemo(() => decoded.table.header.map((_, i) => sampleValues(decoded.table, i)), [decoded])
  const doubled = doubleColumns(mapping)
  const trouble = failed ? 'plan-failed' : troubleWith(mapping)
  const recalled = isRecalled(mapping, 'remembered')
  const ready = entry.stage.kind === 'ready'
  const fieldsFor = (column: number) => [{ value: EXTRA, label: aloneWords(t, mapping, column) }, ...fields]
  const fields = [
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
                {recalled ? (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    title={t('importScreen:mapping.forgetHint')}
                    onClick={() => guessAgain(table.key)}
                  >
                    {t('importScreen:mapping.forget')}
                  </Button>
                ) : (
                  isEdited(mapping) && (
                    <Button variant="subtle" size="compact-xs" onClick={() => chooseKind(table.key, mapping.kind)}>
                      {t('importScreen:detected.guessAgain')}
                    </Button>
                  )
                )}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {decoded.table.header.map((header, column) => (
            <Fragment key={header}>
              <tr
                data-mapped={usesOf(mapping, column).length + joinedIn(mapping, column).length > 0 || undefined}
                data-open={open === column || undefined}
              >
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
                  <div className={css.means}>
                    <NativeSelect
                      size="xs"
                      className={css.field}
                      aria-label={t('importScreen:mapping.fieldOf', { column: header })}
                      data={fieldsFor(column)}
                      value={mapping.columns[column] ?? EXTRA}
                      disabled={!ready}
                      error={doubled.has(column)}
                      aria-describedby={doubled.has(column) ? `double-${column}` : undefined}
                      onChange={({ currentTarget: { value } }) =>
                        chooseField(table.key, column, value === EXTRA ? null : (value as FieldId))
                      }
                    />
                    <ActionIcon
                      size="md"
                      variant={open === column ? 'light' : 'subtle'}
                      color="gray"
                      disabled={!ready}
                      aria-label={t('importScreen:column.more', { column: header })}
                      title={t('importScreen:column.moreHint')}
                      aria-expanded={open === column}
                      onClick={() => setOpen(open === column ? undefined : column)}
                    >
                      <IconAdjustmentsHorizontal size={16} aria-hidden />
                    </ActionIcon>
                  </div>
                  {doubled.has(column) && (
                    <span id={`double-${column}`} className={css.double}>
                      {t('importScreen:mapping.double')}
                    </span>
                  )}
                  {open !== column && <Also mapping={mapping} column={column} header={decoded.table.header} />}
                </td>
                <td>
                  <Why reason={mapping.reasons?.[column] ?? null} mapped={mapping.columns[column] !== null} />
                </td>
              </tr>
              {open === column && (
                <tr className={css.options}>
                  <td colSpan={4}>
                    <ColumnOptions table={table} column={column} sample={samples[column]?.[0]} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <ListOptions table={table} />
    </div>
  )
})

/** What a column does besides its own meaning, in a few words. */
function Also({ mapping, column, header }: { mapping: Mapping; column: number; header: readonly string[] }) {
  const t = useT()
  const words = alsoWords(t, mapping, column, header)
  return words.length === 0 ? null : <span className={css.also}>{words.join(' · ')}</span>
}

function alsoWords(t: T, mapping: Mapping, column: number, header: readonly string[]): readonly string[] {
  const separator = separatorOf(mapping, column)
  const also = usesOf(mapping, column).flatMap(({ field, extra }) =>
    extra === undefined ? [] : fieldWord(t, mapping.kind, field),
  )
  return [
    ...(separator === '' ? [] : [t('importScreen:column.cutAt', { separator })]),
    ...(also.length === 0 ? [] : [t('importScreen:column.alsoMeans', { fields: also.join(', ') })]),
    ...joinedIn(mapping, column).map(({ field, columns }) =>
      t('importScreen:column.joinedTo', {
        field: fieldWord(t, mapping.kind, field),
        columns: columns.flatMap((other) => (other === column ? [] : (header[other] ?? ''))).join(', '),
      }),
    ),
  ]
}

/** What a column is that means nothing by itself: kept as it is, or used together with others or in parts only. */
function aloneWords(t: T, mapping: Mapping, column: number): string {
  const [join] = joinedIn(mapping, column)
  if (join !== undefined) return t('importScreen:column.joined', { field: fieldWord(t, mapping.kind, join.field) })
  const elsewhere = usesOf(mapping, column).some(({ extra }) => extra !== undefined)
  return t(elsewhere ? 'importScreen:column.onlyBelow' : 'importScreen:mapping.extra')
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
