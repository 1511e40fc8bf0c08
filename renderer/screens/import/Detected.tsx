import { NativeSelect } from '@mantine/core'
import { DELIMITERS, type Delimiter, ENCODINGS, type Encoding } from '../../../shared/import/table'
import { useT } from '../../i18n'
import type { PreparedFile } from '../../river/import-files'
import css from './Detected.module.css'
import { chooseCurrency, overrule } from './import-actions'
import { type FileEntry, useImport } from './import-state'
import { groupDamage } from './problem-rows'
import { currencyNow } from './run-plan'
import { damageWord, delimiterWord } from './words'

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'] as const

interface Props {
  readonly entry: FileEntry
  readonly prepared?: PreparedFile
}

/** How the file was read; each guess can be overruled, and the file is read again at once. */
export function Detected({ entry, prepared }: Props) {
  const t = useT()
  useImport(({ currency }) => currency)
  const hasCosts = prepared?.mapping.kind === 'tools' && prepared.mapping.columns.includes('annualCost')
  const readable = entry.stage.kind !== 'failed' || entry.stage.why === 'unreadable'
  return (
    <section className={css.detected} aria-label={t('importScreen:detected.label')}>
      <h2 className={css.name}>{entry.source.name}</h2>
      {readable && (
        <div className={css.selects}>
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.encoding')}
            data={ENCODINGS.map((value) => ({ value, label: t(`importScreen:detected.${value}`) }))}
            value={entry.overrides.encoding ?? prepared?.decoded.encoding ?? ''}
            onChange={(event) => overrule(entry.key, { encoding: event.currentTarget.value as Encoding })}
          />
          <NativeSelect
            size="xs"
            label={t('importScreen:detected.delimiter')}
            data={DELIMITERS.map((value) => ({ value, label: delimiterWord(t, value) }))}
            value={entry.overrides.delimiter ?? prepared?.decoded.delimiter ?? ''}
            onChange={(event) => overrule(entry.key, { delimiter: event.currentTarget.value as Delimiter })}
          />
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
      )}
      {prepared !== undefined && <Damages prepared={prepared} />}
    </section>
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
