import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { attributeWords, type LensWords } from '../../../shared/export/lens-words'
import { EXTRA_PREFIX, LENS_ATTRIBUTES } from '../../../shared/graph/lens/attributes'
import { chosen } from '../../../shared/graph/lens/filter-tools'
import type { LensReader } from '../../../shared/graph/lens/reader'
import type { AttributeFilter } from '../../../shared/inventory/map-look'
import { normaliseName } from '../../../shared/inventory/normalise'
import { useT } from '../../i18n'
import css from './FilterMenu.module.css'
import { FilterValues } from './FilterValues'

interface Props {
  readonly reader: LensReader
  readonly words: LensWords
  readonly filters: readonly AttributeFilter[]
}

/** The button that opens the filters: first an attribute, then its values, each with how many tools have it. */
export function FilterMenu({ reader, words, filters }: Props) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [attribute, setAttribute] = useState<string>()
  const change = (next: boolean) => {
    setOpen(next)
    if (!next) setAttribute(undefined)
  }
  return (
    <Popover
      opened={open}
      onChange={change}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFilter size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => change(!open)}
        >
          {t('mapLook:filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.menu} aria-label={t('mapLook:filterBy')}>
        {attribute === undefined ? (
          <Attributes reader={reader} words={words} filters={filters} onPick={setAttribute} />
        ) : (
          <FilterValues
            key={attribute}
            reader={reader}
            words={words}
            filters={filters}
            attribute={attribute}
            onBack={() => setAttribute(undefined)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Attributes({ reader, words, filters, onPick }: Props & { readonly onPick: (attribute: string) => void }) {
  const t = useT()
  const [query, setQuery] = useState('')
  const wanted = normaliseName(query)
  const fits = (attribute: string) => normaliseName(attributeWords(attribute, words)).includes(wanted)
  const section = (title: string, attributes: readonly string[]) => {
    const listed = attributes.filter(fits)
    if (listed.length === 0) return null
    return (
      <>
        <h3>{title}</h3>
        <ul className={css.list}>
          {listed.map((attribute) => (
            <li key={attribute}>
              <UnstyledButton className={css.attribute} data-attribute={attribute} onClick={() => onPick(attribute)}>
                <span>{attributeWords(attribute, words)}</span>
                {chosen(filters, attribute).length > 0 && <b>{chosen(filters, attribute).length}</b>}
                <IconChevronRight size={14} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t('mapLook:searchAttribute')}
        placeholder={t('mapLook:searchAttribute')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-autofocus
      />
      <div className={css.scroll}>
        {section(t('mapLook:attributes'), LENS_ATTRIBUTES)}
        {section(
          t('mapLook:extraColumns'),
          reader.headers.map((header) => EXTRA_PREFIX + header),
        )}
      </div>
    </>
  )
}
