import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { attributeWords, groupWords } from '../../../shared/export/lens-words'
import { countGroups, isUnknownGroup } from '../../../shared/graph/lens/colour-groups'
import { chosen, filterTools, isChoice, toggleValues } from '../../../shared/graph/lens/filter-tools'
import type { MapLook } from '../../../shared/inventory/map-look'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Legend.module.css'
import { LineLegend } from './LineLegend'
import { changeLook } from './look-state'
import { SizeLegend } from './SizeLegend'
import { type Lens, useLensWords } from './use-lens'

interface Props {
  readonly lens: Lens
  readonly look: MapLook
  readonly ringed: ReadonlySet<string>
}

/** So many groups of colours show until all are asked for: the map has more to say than its legend. */
const FEW = 7

const SMALL = '(max-width: 1100px), (max-height: 760px)'

/** What the colours, marks, lines and rings mean, with how many there are. A click on a colour filters by it. */
export function Legend({ lens, look, ringed }: Props) {
  const t = useT()
  // In a small window the map needs the room more.
  const [open, setOpen] = useState(() => !window.matchMedia(SMALL).matches)
  return (
    <section className={css.legend} aria-label={t('mapLook:legend')} data-testid="legend">
      <UnstyledButton
        className={css.fold}
        aria-expanded={open}
        aria-label={t(open ? 'mapLook:hideLegend' : 'mapLook:showLegend')}
        title={t(open ? 'mapLook:hideLegend' : 'mapLook:showLegend')}
        onClick={() => setOpen(!open)}
      >
        {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
        {!open && t('mapLook:legend')}
      </UnstyledButton>
      {open && (
        <div className={css.rows}>
          <ColourLegend lens={lens} look={look} />
          {lens.marks !== undefined && look.sizeBy !== undefined && (
            <SizeLegend marks={lens.marks} sizeBy={look.sizeBy} />
          )}
          {lens.placed !== undefined && <LineLegend graph={lens.placed.graph} ringed={ringed} />}
        </div>
      )}
    </section>
  )
}

function ColourLegend({
  lens: { reader, groups, canvas, landscape },
  look: { filters },
}: Pick<Props, 'lens' | 'look'>) {
  const t = useT()
  const formats = useFormats()
  const words = useLensWords(reader)
  const { attribute } = groups
  // What the colours themselves filter by doesn't take the others off the legend: they can be added.
  const counts = countGroups(
    groups,
    [...filterTools(reader, filters, (filter) => isChoice(filter, attribute))].filter(
      (id) => landscape === undefined || landscape.present.has(id) || landscape.gone.has(id),
    ),
  )
  const wanted = chosen(filters, attribute)
  const [all, setAll] = useState(false)
  // The largest groups say most; what is filtered by and what isn't known always shows.
  const order = groups.groups.map((_, index) => index).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const first = new Set(order.slice(0, groups.groups.length - FEW < 2 ? groups.groups.length : FEW))
  const isShown = (index: number): boolean => {
    const group = groups.groups[index]
    if (all || group === undefined || first.has(index) || isUnknownGroup(group)) return true
    return wanted.length > 0 && group.values.some((value) => wanted.includes(value))
  }
  const folded = groups.groups.flatMap((_, index) => (isShown(index) ? [] : [index]))
  const more = folded.length
  const inFolded = folded.reduce((sum, index) => sum + (counts[index] ?? 0), 0)
  return (
    <fieldset className={css.group}>
      <legend className={css.title}>{attributeWords(attribute, words)}</legend>
      {groups.groups.map((group, index) => {
        if (!isShown(index)) return null
        const on = wanted.length === 0 || group.values.some((value) => wanted.includes(value))
        const pressed = wanted.length > 0 && on
        const what = groupWords(attribute, group, words)
        const count = counts[index] ?? 0
        return (
          <UnstyledButton
            key={group.values.join('|')}
            className={css.entry}
            data-off={!on || undefined}
            aria-pressed={pressed}
            title={t(pressed ? 'mapLook:shownOnly' : 'mapLook:showOnly', {
              what,
              count: t('common:count.tools', { count }),
            })}
            onClick={() => changeLook({ filters: toggleValues(filters, attribute, group.values) })}
          >
            <span
              className={css.swatch}
              data-unknown={isUnknownGroup(group) || undefined}
              style={{ '--stripe': canvas.colours[index] } as React.CSSProperties}
            />
            <span className={css.what}>{what}</span> <b>{formats.number(count)}</b>
          </UnstyledButton>
        )
      })}
      {(more > 0 || all) && (
        <UnstyledButton className={css.entry} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('mapLook:fewerGroups') : t('mapLook:moreGroups', { count: more })}
          {!all && <b>{formats.number(inFolded)}</b>}
        </UnstyledButton>
      )}
    </fieldset>
  )
}
