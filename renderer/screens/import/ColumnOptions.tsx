import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { FIELDS, type FieldId } from '../../../shared/import/fields'
import type { Mapping } from '../../../shared/import/mapping'
import { useT } from '../../i18n'
import css from './ColumnOptions.module.css'
import { editMapping } from './import-actions'
import type { TableEntry } from './import-state'
import {
  addJoin,
  addUse,
  changeJoin,
  joinsOf,
  partsOf,
  removeExtra,
  separatorOf,
  setExtraField,
  setPart,
  setSeparator,
  usesOf,
} from './mapping-sources'
import { fieldWord } from './words'

const ALL = ''
const PARTS = [1, 2, 3, 4, 5, -1] as const

interface Props {
  readonly table: TableEntry
  readonly column: number
  readonly sample: string | undefined
}

/** What else can be done with a column: cut its cells, let it mean several things, put it together with another. */
export function ColumnOptions({ table, column, sample }: Props) {
  const t = useT()
  const { decoded, mapping } = table.prepared
  const { header } = decoded.table
  const { kind } = mapping
  const separator = separatorOf(mapping, column)
  const uses = usesOf(mapping, column)
  const joins = joinsOf(mapping, column)
  const edit = (to: (old: Mapping) => Mapping) => editMapping(table.key, to)
  const fields = FIELDS[kind].map((field) => ({ value: field as string, label: fieldWord(t, kind, field) }))
  const others = header.map((label, i) => ({ value: String(i), label })).filter((_, i) => i !== column)
  const free = (FIELDS[kind].find((field) => field === 'functions') ?? FIELDS[kind][0]) as FieldId
  const parts = [
    { value: ALL, label: t('importScreen:column.allParts') },
    ...PARTS.map((part) => ({
      value: String(part),
      label: part === -1 ? t('importScreen:column.lastPart') : t('importScreen:column.part', { part }),
    })),
  ]
  return (
    <div className={css.options}>
      <div className={css.line}>
        <TextInput
          size="xs"
          w={150}
          label={t('importScreen:column.separator')}
          placeholder={t('importScreen:column.separatorHint')}
          value={separator}
          maxLength={20}
          onChange={({ currentTarget: { value } }) => edit((old) => setSeparator(old, column, value))}
        />
        {separator !== '' && sample !== undefined && (
          <span className={css.cut}>
            {partsOf(sample, separator).map((part, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts may repeat and never move
              <span key={i} className={css.piece}>
                {part}
              </span>
            ))}
          </span>
        )}
      </div>
      {uses.map(({ field, extra, part }) => {
        const word = fieldWord(t, kind, field)
        return (
          <div key={extra ?? 'own'} className={css.line}>
            {extra === undefined ? (
              <span className={css.own}>{word}</span>
            ) : (
              <NativeSelect
                size="xs"
                w={190}
                aria-label={t('importScreen:column.alsoField')}
                data={fields}
                value={field}
                onChange={({ currentTarget: { value } }) => edit((old) => setExtraField(old, extra, value as FieldId))}
              />
            )}
            {separator !== '' && (
              <NativeSelect
                size="xs"
                w={150}
                aria-label={t('importScreen:column.partOf', { field: word })}
                data={parts}
                value={part === undefined ? ALL : String(part)}
                onChange={({ currentTarget: { value } }) =>
                  edit((old) => setPart(old, column, extra, value === ALL ? undefined : Number(value)))
                }
              />
            )}
            {extra !== undefined && (
              <CloseButton
                size="sm"
                aria-label={t('importScreen:column.removeUse', { field: word })}
                onClick={() => edit((old) => removeExtra(old, extra))}
              />
            )}
          </div>
        )
      })}
      {joins.map((join) => (
        <div key={`join ${join.extra}`} className={css.line}>
          <NativeSelect
            size="xs"
            w={190}
            label={t('importScreen:column.joinWith')}
            data={others}
            value={String(join.columns[1] ?? '')}
            onChange={({ currentTarget: { value } }) =>
              edit((old) => changeJoin(old, { ...join, columns: [column, Number(value)] }))
            }
          />
          <TextInput
            size="xs"
            w={110}
            label={t('importScreen:column.between')}
            value={join.separator}
            maxLength={20}
            onChange={({ currentTarget: { value } }) => edit((old) => changeJoin(old, { ...join, separator: value }))}
          />
          <NativeSelect
            size="xs"
            w={190}
            label={t('importScreen:column.joinAs')}
            data={fields}
            value={join.field}
            onChange={({ currentTarget: { value } }) =>
              edit((old) => changeJoin(old, { ...join, field: value as FieldId }))
            }
          />
          <CloseButton
            size="sm"
            aria-label={t('importScreen:column.removeJoin')}
            onClick={() => edit((old) => removeExtra(old, join.extra))}
          />
        </div>
      ))}
      <div className={css.line}>
        <Button variant="light" size="compact-xs" onClick={() => edit((old) => addUse(old, column, free))}>
          {t('importScreen:column.addUse')}
        </Button>
        {others.length > 0 && joins.length === 0 && (
          <Button
            variant="light"
            size="compact-xs"
            onClick={() =>
              edit((old) => addJoin(old, [column, column === 0 ? 1 : column - 1], ' ', old.columns[column] ?? free))
            }
          >
            {t('importScreen:column.addJoin')}
          </Button>
        )}
      </div>
    </div>
  )
}
