import { Checkbox, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { attributeWords, type LensWords, valueWords } from '../../../shared/export/lens-words'
import { UNKNOWN } from '../../../shared/graph/lens/attributes'
import { chosen, filterChoices, toggleValues } from '../../../shared/graph/lens/filter-tools'
import type { LensReader } from '../../../shared/graph/lens/reader'
import type { AttributeFilter } from '../../../shared/inventory/map-look'
import { normaliseName } from '../../../shared/inventory/normalise'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './FilterMenu.module.css'
import { changeLook } from './look-state'

/** A list of free texts may be as long as the inventory: so many are drawn, the others are found by typing. */
const DRAWN = 100

interface Props {
  readonly reader: LensReader
  readonly words: LensWords
  readonly filters: readonly AttributeFilter[]
  readonly attribute: string
  readonly onBack: () => void
}

/** The values of an attribute with their counts, to be chosen; several are alternatives to each other. */
export function FilterValues({ reader, words, filters, attribute, onBack }: Props) {
  const t = useT()
  const formats = useFormats()
  const [query, setQuery] = useState('')
  const choices = useMemo(
    () =>
      filterChoices(reader, filters, attribute).map(({ value, count }) => {
        const label = valueWords(attribute, value, words)
        return { value, count, label, key: normaliseName(label) }
      }),
    [reader, filters, attribute, words],
  )
  const wanted = normaliseName(query)
  const found = wanted === '' ? choices : choices.filter(({ key }) => key.includes(wanted))
  const on = chosen(filters, attribute)
  return (
    <>
      <UnstyledButton className={css.back} onClick={onBack}>
        <IconChevronLeft size={14} aria-hidden />
        {t('mapLook:backToAttributes')}
      </UnstyledButton>
      <h3>{attributeWords(attribute, words)}</h3>
      <TextInput
        size="xs"
        aria-label={t('mapLook:searchValue')}
        placeholder={t('mapLook:searchValue')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <ul className={css.scroll}>
        {found.slice(0, DRAWN).map(({ value, count, label }) => (
          <li key={value} className={css.value} data-empty={count === 0 || undefined}>
            <Checkbox
              size="xs"
              label={value === UNKNOWN ? <i>{label}</i> : label}
              aria-label={`${label}, ${t('common:count.tools', { count })}`}
              checked={on.includes(value)}
              onChange={() => changeLook({ filters: toggleValues(filters, attribute, [value]) })}
            />
            <span aria-hidden>{formats.number(count)}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={css.note}>{t('mapLook:noValues')}</p>}
      {found.length > DRAWN && <p className={css.note}>{t('mapLook:moreValues', { count: found.length - DRAWN })}</p>}
    </>
  )
}
