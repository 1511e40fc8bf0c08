import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './MapEdit.module.css'
import { focusMap } from './map-edits'
import type { MapSearch } from './use-map-search'

/** So many hits are listed by name around the one that was jumped to. */
const LISTED = 6

/** The search over the map: Enter goes from hit to hit, what is hidden says so and can be shown. */
export function SearchBar({ search }: { readonly search: MapSearch }) {
  const t = useT()
  const formats = useFormats()
  const { query, hits, at } = search
  if (query === undefined) return null
  const close = () => {
    search.close()
    focusMap()
  }
  const current = hits[at]
  const first = Math.max(0, Math.min(at - 1, hits.length - LISTED))
  const place =
    query.trim() === ''
      ? ''
      : hits.length === 0
        ? t('mapEdit:search.none')
        : t('mapEdit:search.place', { place: formats.number(at + 1), count: formats.number(hits.length) })
  return (
    <search className={`${css.bar} ${css.search}`} aria-label={t('mapEdit:search.label')} data-testid="map-search">
      <div className={css.line}>
        <TextInput
          className={css.field}
          size="xs"
          autoFocus
          aria-label={t('mapEdit:search.label')}
          placeholder={t('mapEdit:search.label')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={query}
          onChange={(event) => search.type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') search.go(event.shiftKey ? Math.max(at, 0) - 1 : at + 1)
            else if (event.key === 'Escape') close()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
        <span className={css.place} role="status">
          {place}
        </span>
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('mapEdit:search.previous')}
          disabled={hits.length === 0}
          onClick={() => search.go(Math.max(at, 0) - 1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('mapEdit:search.next')}
          disabled={hits.length === 0}
          onClick={() => search.go(at + 1)}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon size="sm" variant="subtle" aria-label={t('mapEdit:search.close')} onClick={close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {hits.length > 0 && (
        <ul className={css.hits}>
          {hits.slice(first, first + LISTED).map((hit, index) => (
            <li key={hit.id}>
              <button
                type="button"
                className={css.hit}
                aria-current={first + index === at}
                data-state={hit.state}
                onClick={() => search.go(first + index)}
              >
                {hit.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {current !== undefined && current.state !== 'shown' && (
        <div className={css.line} role="status">
          <span className={css.field}>{t(`mapEdit:search.${current.state}`, { name: current.name })}</span>
          <Button size="compact-xs" variant="default" onClick={() => search.reveal(current)}>
            {t('mapEdit:search.reveal')}
          </Button>
        </div>
      )}
    </search>
  )
}
