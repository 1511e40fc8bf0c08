import { NativeSelect, NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import {
  DELIMITERS,
  type DecodedFile,
  type Delimiter,
  ENCODINGS,
  type Encoding,
  QUOTES,
  type Quote,
  titleOf,
} from '../../../shared/import/table'
import { useT } from '../../i18n'
import type { PreparedFile } from '../../river/import-files'
import css from './Detected.module.css'
import { chooseCurrency } from './import-actions'
import { type FileEntry, type TableEntry, useImport } from './import-state'
import { groupDamage } from './problem-rows'
import { overrule, overruleHeader } from './read-files'
import { currencyNow } from './run-plan'
import { damageWord, delimiterWord } from './words'

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'] as const
/** The header is looked for again this long after the last key, so that typing "12" doesn't read row 1 first. */
const TYPING_MS = 350

const QUOTE_WORDS = { '"': 'doubleQuotes', "'": 'singleQuotes', '': 'noQuotes' } as const satisfies Record<
  Quote,
  string
>

interface Props {
  readonly entry: FileEntry
  readonly table?: TableEntry | undefined
}

/** How a table was read; each guess can be overruled, and the file is read again at once. */
export function Detected({ entry, table }: Props) {
  const t = useT()
  useImport(({ currency }) => currency)
  const prepared = table?.prepared
  const decoded = prepared?.decoded
  const hasCosts = prepared?.mapping.kind === 'tools' && prepared.mapping.columns.includes('annualCost')
  const failed = entry.stage.kind === 'failed'
  const isText = decoded === undefined ? failed && entry.stage.why === 'unreadable' : decoded.encoding !== 'xlsx'
  const isCsv = decoded === undefined ? isText : (decoded.format ?? 'csv') === 'csv'
  return (
    <section className={css.detected} aria-label={t('importScreen:detected.label')}>
      <h2 className={css.name}>{decoded === undefined ? entry.source.name : titleOf(decoded)}</h2>
      {decoded !== undefined && (
        <span className={css.format}>{t(`importScreen:format.${decoded.format ?? 'csv'}`)}</span>
      )}
      <div className={css.selects}>
        {isText && (
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.encoding')}
            data={ENCODINGS.map((value) => ({ value, label: t(`importScreen:detected.${value}`) }))}
            value={entry.overrides.encoding ?? decoded?.encoding ?? ''}
            onChange={(event) => overrule(entry.key, { encoding: event.currentTarget.value as Encoding })}
          />
        )}
        {isCsv && (
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.delimiter')}
            data={DELIMITERS.map((value) => ({ value, label: delimiterWord(t, value) }))}
            value={entry.overrides.delimiter ?? decoded?.delimiter ?? ''}
            onChange={(event) => overrule(entry.key, { delimiter: event.currentTarget.value as Delimiter })}
          />
        )}
        {isCsv && (
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.quote')}
            data={QUOTES.map((value) => ({ value, label: t(`importScreen:detected.${QUOTE_WORDS[value]}`) }))}
            value={entry.overrides.quote ?? decoded?.quote ?? '"'}
            onChange={(event) => overrule(entry.key, { quote: event.currentTarget.value as Quote })}
          />
        )}
        {decoded?.headerRow !== undefined && (
          <HeaderRow
            key={`${table?.key} ${decoded.headerRow}`}
            entry={entry}
            decoded={decoded}
            now={decoded.headerRow}
          />
        )}
        {hasCosts && (
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.currency')}
            data={CURRENCIES}
            value={currencyNow()}
            onChange={(event) => chooseCurrency(event.currentTarget.value)}
          />
        )}
      </div>
      {prepared !== undefined && <Damages prepared={prepared} />}
    </section>
  )
}

interface HeaderRowProps {
  readonly entry: FileEntry
  readonly decoded: DecodedFile
  readonly now: number
}

/** In which row the headings stand; the preview follows while a number is typed. */
function HeaderRow({ entry, decoded, now }: HeaderRowProps) {
  const t = useT()
  const [row, setRow] = useState<number | string>(now)
  useEffect(() => {
    if (typeof row !== 'number' || row < 0 || row === now) return undefined
    const timer = setTimeout(() => overruleHeader(entry.key, decoded, row), TYPING_MS)
    return () => clearTimeout(timer)
  }, [row, now, entry.key, decoded])
  return (
    <NumberInput
      size="xs"
      w={112}
      label={t('importScreen:detected.headerRow')}
      title={t('importScreen:detected.noHeader')}
      min={0}
      max={999_999}
      allowDecimal={false}
      allowNegative={false}
      value={row}
      onChange={setRow}
    />
  )
}

/** What was not quite right about the file itself, one short line per kind. */
function Damages({ prepared }: { readonly prepared: PreparedFile }) {
  const t = useT()
  const groups = groupDamage(prepared.decoded.damaged ?? [])
  if (groups.length === 0) return null
  return (
    <ul className={css.damages}>
      {groups.map(({ code, count, rows }) => {
        const named = rows.join(', ')
        const list = count > rows.length ? t('importScreen:detected.moreRows', { rows: named }) : named
        return (
          <li key={code}>
            {damageWord(t, code)}: {t('importScreen:detected.atRow', { count, rows: list })}
          </li>
        )
      })}
    </ul>
  )
}
