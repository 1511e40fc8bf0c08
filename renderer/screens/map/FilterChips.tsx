import { CloseButton, UnstyledButton } from '@mantine/core'
import { filterWords, type LensWords } from '../../../shared/export/lens-words'
import type { AttributeFilter } from '../../../shared/inventory/map-look'
import { useT } from '../../i18n'
import css from './FilterMenu.module.css'
import { changeLook } from './look-state'

interface Props {
  readonly filters: readonly AttributeFilter[]
  readonly words: LensWords
  readonly nothingLeft: boolean
}

/** The filters that are set, each to be taken away. Nothing when none is. */
export function FilterChips({ filters, words, nothingLeft }: Props) {
  const t = useT()
  if (filters.length === 0) return null
  return (
    <div className={css.chips} data-testid="filter-chips">
      {filters.map((filter) => {
        const told = filterWords(filter, words)
        return (
          <span key={`${filter.attribute} ${filter.without === true}`} className={css.chip}>
            <span title={told}>{told}</span>
            <CloseButton
              size="xs"
              aria-label={t('mapLook:removeFilter', { filter: told })}
              onClick={() => changeLook({ filters: filters.filter((each) => each !== filter) })}
            />
          </span>
        )
      })}
      {filters.length > 1 && (
        <UnstyledButton className={css.clear} onClick={() => changeLook({ filters: [] })}>
          {t('mapLook:clear')}
        </UnstyledButton>
      )}
      {nothingLeft && <span className={css.nothing}>{t('mapLook:nothing')}</span>}
    </div>
  )
}
