import { Button, CloseButton, NativeSelect, Switch, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { FIELDS, type FieldId } from '../../../shared/import/fields'
import { fedFields, IDENTITY_MODES, type IdentityMode, type Mapping } from '../../../shared/import/mapping'
import { useT } from '../../i18n'
import css from './ColumnOptions.module.css'
import { editMapping } from './import-actions'
import type { TableEntry } from './import-state'
import { loadMapping, saveMapping } from './mapping-files'
import {
  addConstant,
  constantsOf,
  removeExtra,
  setConstant,
  setEmptyMeansEmpty,
  setExtraField,
  setIdentity,
} from './mapping-sources'
import { fieldWord } from './words'

/** What is most often the same for a whole list. */
const LIKELY: readonly FieldId[] = ['currency', 'owner', 'status', 'hosting', 'vendor', 'parent', 'method', 'frequency']

/** What holds for a whole list: values for every row, what tells rows apart, what an empty cell means, mapping files. */
export function ListOptions({ table }: { readonly table: TableEntry }) {
  const t = useT()
  const { mapping } = table.prepared
  const { kind } = mapping
  const constants = constantsOf(mapping)
  const inUse = constants.length > 0 || mapping.emptyMeansEmpty === true || (mapping.identity ?? 'auto') !== 'auto'
  const [open, setOpen] = useState(inUse)
  /** A value that is still empty is no constant: it waits here for its first letter. */
  const [waiting, setWaiting] = useState<FieldId>()
  const edit = (to: (old: Mapping) => Mapping) => editMapping(table.key, to)
  const fields = FIELDS[kind].map((field) => ({ value: field as string, label: fieldWord(t, kind, field) }))
  const fed = fedFields(mapping)
  const next = [...LIKELY, ...FIELDS[kind]].find((field) => FIELDS[kind].includes(field) && !fed.has(field))
  const rows: readonly { readonly field: FieldId; readonly text: string; readonly extra?: number }[] = [
    ...constants,
    ...(waiting === undefined ? [] : [{ field: waiting, text: '' }]),
  ]
  const type = (field: FieldId, extra: number | undefined, text: string) => {
    if (text === '' && extra !== undefined) edit((old) => removeExtra(old, extra))
    else if (extra !== undefined) edit((old) => setConstant(old, extra, text))
    else if (text !== '') edit((old) => addConstant(old, field, text))
    setWaiting(text === '' ? field : undefined)
  }
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <section className={css.fold}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={open}
        leftSection={<Chevron size={14} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {t('importScreen:listOptions.title')}
      </Button>
      {open && (
        <div className={css.settings}>
          <div className={css.part}>
            <span className={css.label}>{t('importScreen:listOptions.constants')}</span>
            {rows.map(({ extra, field, text }) => (
              <div key={field} className={css.line}>
                <NativeSelect
                  size="xs"
                  w={190}
                  aria-label={t('importScreen:listOptions.constantField')}
                  data={fields.filter(({ value }) => value === field || !fed.has(value as FieldId))}
                  value={field}
                  onChange={({ currentTarget: { value } }) =>
                    extra === undefined
                      ? setWaiting(value as FieldId)
                      : edit((old) => setExtraField(old, extra, value as FieldId))
                  }
                />
                <TextInput
                  size="xs"
                  w={220}
                  aria-label={t('importScreen:listOptions.constantText', { field: fieldWord(t, kind, field) })}
                  value={text}
                  placeholder={t('importScreen:listOptions.constantHint')}
                  maxLength={2_000}
                  onChange={({ currentTarget: { value } }) => type(field, extra, value)}
                />
                <CloseButton
                  size="sm"
                  aria-label={t('importScreen:listOptions.removeConstant', { field: fieldWord(t, kind, field) })}
                  onClick={() => {
                    if (extra === undefined) setWaiting(undefined)
                    else edit((old) => removeExtra(old, extra))
                  }}
                />
              </div>
            ))}
            {next !== undefined && waiting === undefined && (
              <div className={css.line}>
                <Button variant="light" size="compact-xs" onClick={() => setWaiting(next)}>
                  {t('importScreen:listOptions.addConstant')}
                </Button>
              </div>
            )}
          </div>
          {kind === 'tools' && (
            <NativeSelect
              size="xs"
              w={420}
              maw="100%"
              label={t('importScreen:listOptions.identity')}
              data={IDENTITY_MODES.map((value) => ({ value, label: t(`importScreen:listOptions.by.${value}`) }))}
              value={mapping.identity ?? 'auto'}
              onChange={({ currentTarget: { value } }) => edit((old) => setIdentity(old, value as IdentityMode))}
            />
          )}
          <Switch
            size="xs"
            label={t('importScreen:listOptions.empty')}
            description={t('importScreen:listOptions.emptyHint')}
            checked={mapping.emptyMeansEmpty === true}
            onChange={({ currentTarget: { checked } }) => edit((old) => setEmptyMeansEmpty(old, checked))}
          />
          <div className={css.part}>
            <span className={css.hint}>{t('importScreen:mappingFile.hint')}</span>
            <div className={css.line}>
              <Button variant="default" size="compact-sm" onClick={() => void saveMapping()}>
                {t('importScreen:mappingFile.save')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => void loadMapping()}>
                {t('importScreen:mappingFile.load')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </section>
  )
}
