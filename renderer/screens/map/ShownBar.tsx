import type { MapLook } from '../../../shared/inventory/map-look'
import { useT } from '../../i18n'
import { FilterChips } from './FilterChips'
import css from './ShownBar.module.css'
import { TimeSlider } from './TimeSlider'
import { type Lens, useLensWords } from './use-lens'

/**
 * What narrows the map down, and by how much: the date, the filters that are set, and how much they hide. Lies over the
 * map, which does not move when it comes and goes; nothing when everything shows.
 */
export function ShownBar({ look, lens }: { readonly look: MapLook; readonly lens: Lens }) {
  const t = useT()
  const words = useLensWords(lens.reader)
  const { hidden, hiddenFlows, landscape } = lens
  const hides = hidden.tools > 0 || hiddenFlows > 0
  if (look.filters.length === 0 && look.at === undefined && !hides) return null
  return (
    <div className={css.bar} data-testid="shown-bar">
      {look.at !== undefined && landscape !== undefined && (
        <TimeSlider at={look.at} reader={lens.reader} landscape={landscape} />
      )}
      <FilterChips filters={look.filters} words={words} nothingLeft={lens.placed?.graph.tools.length === 0} />
      {hides && (
        <span className={css.hidden} role="status" data-testid="hidden">
          {t('mapScreen:hidden', { tools: hidden.tools, flows: hiddenFlows })}
        </span>
      )}
    </div>
  )
}
