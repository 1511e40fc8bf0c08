import { IconCircles } from '@tabler/icons-react'
import type { NodeProps } from '@xyflow/react'
import { type CSSProperties, memo } from 'react'
import { chipsFor } from '../../shared/graph/chips'
import type { UsedBy } from '../../shared/graph/graph'
import { UNKNOWN_MARK } from '../../shared/graph/lens/size-marks'
import { toolLook } from '../../shared/graph/tool-look'
import { useT } from '../i18n'
import { useFormats } from '../use-formats'
import css from './Canvas.module.css'
import { useEmphasis } from './emphasis'
import look from './Lens.module.css'
import { useCardLens } from './lens'
import type { CardFlowNode } from './to-flow'
import usage from './Usage.module.css'

/** A tool: name, job, users, what to watch out for, and a stripe in the colour that the look gives it. */
export const ToolCard = memo(function ToolCard({ id, data: { tool, rank, isNew } }: NodeProps<CardFlowNode>) {
  const t = useT()
  const formats = useFormats()
  const { selected, dimmed, ringed, marked } = useEmphasis(id)
  const { colour, unknown, mark, markUnknown, hidden, arrived, gone } = useCardLens(id)
  const overlaps = tool.overlaps > 0
  return (
    <div
      className={`${css.card} ${look.card}`}
      data-selected={selected || undefined}
      data-marked={marked || undefined}
      data-dimmed={(dimmed && !marked) || undefined}
      data-overlap={ringed || undefined}
      data-status={tool.mentionedOnly ? 'mentioned' : tool.status}
      data-look={toolLook(tool)}
      data-arrived={arrived || undefined}
      data-gone={gone || undefined}
      title={tool.partOf === undefined ? tool.name : `${tool.partOf} › ${tool.name}`}
    >
      <span
        className={css.stripe}
        data-unknown={unknown || undefined}
        style={{ '--stripe': colour ?? 'var(--flow-unknown)' } as CSSProperties}
      />
      {mark !== undefined && <span className={look.mark} style={{ width: mark, height: mark }} />}
      {markUnknown && <span className={look.mark} data-unknown style={{ width: UNKNOWN_MARK, height: UNKNOWN_MARK }} />}
      <div className={css.cardName} data-name>
        {tool.name}
      </div>
      <div className={usage.jobLine}>
        <div className={css.cardJob}>{tool.functions.join(' · ') || tool.partOf || ' '}</div>
        {tool.usedBy.length > 0 && <UsedByChips usedBy={tool.usedBy} />}
      </div>
      <div className={css.cardFoot}>
        <span className={css.cardUsers}>
          {tool.users === undefined
            ? ' '
            : t('common:count.users', { count: tool.users, formatted: formats.number(tool.users) })}
        </span>
        {tool.mentionedOnly && <span className={css.badgeQuiet}>{t('common:status.mentionedOnly')}</span>}
        {!tool.mentionedOnly && (tool.status === 'retired' || tool.status === 'phasing-out') && (
          <span className={css.badgeQuiet}>{t(`common:status.${tool.status}`)}</span>
        )}
        {tool.status === 'planned' && <span className={css.badgeQuiet}>{t('common:status.planned')}</span>}
        {tool.withoutOwner && !tool.mentionedOnly && (
          <span className={css.badgeWarning}>{t('common:badge.noOwner')}</span>
        )}
        {(tool.ai === 'embedded' || tool.ai === 'dedicated') && (
          <span className={css.badgeAccent}>{t('common:badge.ai')}</span>
        )}
        {arrived && <span className={look.word}>{t('mapLook:arrived')}</span>}
        {gone && <span className={look.word}>{t('mapLook:gone')}</span>}
        {hidden > 0 && (
          <span className={look.hidden} title={t('mapLook:hiddenBeside', { count: hidden })}>
            +{hidden}
          </span>
        )}
        {overlaps && <IconCircles className={css.badgeOverlap} size={14} aria-hidden />}
      </div>
      {isNew === true && <span className={usage.news} title={t('mapScreen:isNew')} />}
      {rank !== undefined && <span className={css.pin}>{rank}</span>}
    </div>
  )
})

/** The other departments that use a tool; those without room are counted. */
function UsedByChips({ usedBy }: { readonly usedBy: readonly UsedBy[] }) {
  const t = useT()
  const names = usedBy.map(({ name }) => name)
  const { shown, more } = chipsFor(names)
  return (
    <>
      {shown.map((name, at) => (
        <span key={usedBy[at]?.id} className={usage.chip} title={t('map:usedBy', { names: names.join(', ') })}>
          {name}
        </span>
      ))}
      {more > 0 && (
        <span className={usage.chip} title={t('map:usedBy', { names: names.join(', ') })}>
          +{more}
        </span>
      )}
    </>
  )
}
