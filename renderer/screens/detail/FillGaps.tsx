import { Button, CloseButton } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Gap, gaps, overallCompleteness } from '../../../shared/inventory/completeness'
import type { Tool, ToolId } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { closeCover, openTool } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { Bar } from './CompletenessBar'
import css from './FillGaps.module.css'
import { FunctionsInput } from './FunctionsInput'
import { OwnerInput } from './OwnerInput'
import { PlainFieldInput } from './PlainFieldInput'
import { useCoverKeys } from './use-cover-keys'

/** Walks through what is missing, what matters most first. What isn't answered stays unknown; every answer can be undone. */
export function FillGaps() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const findings = useFindings()
  const panel = useRef<HTMLElement>(null)
  useCoverKeys(panel)
  // The walk is fixed when it begins: answers change what matters most, and questions must not jump.
  const [walk, setWalk] = useState<readonly Gap[]>(() => gaps(inventory, findings?.bundles))
  const [at, setAt] = useState(0)
  const steps = useMemo(() => walk.filter(({ tool }) => inventory.tools.has(tool)), [walk, inventory.tools])
  const open = useMemo(() => new Set(gaps(inventory).map(keyOf)), [inventory])
  const filled = steps.filter((gap) => !open.has(keyOf(gap))).length
  const gap = steps[at]
  const next = () => setAt((now) => Math.min(now + 1, steps.length))
  const again = () => {
    setWalk(gaps(inventory, findings?.bundles))
    setAt(0)
  }
  const share = overallCompleteness(inventory)
  return (
    <section ref={panel} className={css.cover} aria-label={t('detail:gaps.title')} data-testid="gaps">
      <div className={css.card}>
        <header className={css.head}>
          <h1>{t('detail:gaps.title')}</h1>
          <CloseButton aria-label={t('detail:gaps.close')} onClick={closeCover} />
        </header>
        <div className={css.share}>
          <Bar share={share} />
          <span>{t('detail:gaps.overall', { share: formats.percent(share) })}</span>
          {filled === 0 ? null : <span role="status">{t('detail:gaps.filled', { count: filled })}</span>}
        </div>
        {gap === undefined ? (
          <>
            <p className={css.question}>{t(open.size === 0 ? 'detail:gaps.done' : 'detail:gaps.skipped')}</p>
            <div className={css.foot}>
              {open.size === 0 ? null : (
                <Button variant="default" onClick={again}>
                  {t('detail:gaps.again')}
                </Button>
              )}
              <Button onClick={closeCover}>{t('detail:gaps.close')}</Button>
            </div>
          </>
        ) : (
          <Step
            key={`${keyOf(gap)} ${at}`}
            gap={gap}
            position={t('detail:gaps.step', { at: formats.number(at + 1), of: formats.number(steps.length) })}
            answered={!open.has(keyOf(gap))}
            onNext={next}
          />
        )}
      </div>
    </section>
  )
}

interface StepProps {
  readonly gap: Gap
  readonly position: string
  readonly answered: boolean
  readonly onNext: () => void
}

function Step({ gap: { tool: id, field }, position, answered, onNext }: StepProps) {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const findings = useFindings()
  const disabled = useWorkspace((state) => state.phase !== 'ready')
  const tool = inventory.tools.get(id as ToolId) as Tool
  const wasAnswered = useRef(answered)
  const onEnter = () => onNext()
  // A choice from a list is an answer; a typed one is when Enter says so; functions may be several.
  useEffect(() => {
    if (answered && !wasAnswered.current && field !== 'functions') onNext()
  })
  const shared = { tool, disabled, autoFocus: true, label: t(`detail:gaps.ask.${field}`, { name: tool.name }) }
  const rank = findings?.bundles.find(({ tools }) => tools.includes(tool.id))?.rank
  const facts = [
    tool.vendor,
    tool.owner === undefined ? undefined : inventory.departments.get(tool.owner)?.name,
    tool.users === undefined ? undefined : t('common:count.users', { count: tool.users }),
    tool.annualCost === undefined ? undefined : formats.money(tool.annualCost),
    rank === undefined ? undefined : t('detail:gaps.whyBundle', { rank }),
  ].filter((fact) => fact !== undefined)
  return (
    <>
      <p className={css.position}>{position}</p>
      <p className={css.question}>{shared.label}</p>
      <p className={css.why}>{facts.length === 0 ? tool.description : facts.join(' · ')}</p>
      {field === 'owner' ? (
        <OwnerInput {...shared} onEnter={onEnter} />
      ) : field === 'functions' ? (
        <FunctionsInput {...shared} onEnter={onEnter} />
      ) : (
        <PlainFieldInput field={field} {...shared} onEnter={onEnter} />
      )}
      <p className={css.hint}>{t('detail:gaps.hint')}</p>
      <div className={css.foot}>
        <Button variant="subtle" color="gray" onClick={() => openTool(tool.id)}>
          {t('detail:gaps.details')}
        </Button>
        <span className={css.grow} />
        <Button variant={answered ? 'filled' : 'default'} onClick={onNext}>
          {t(answered ? 'detail:gaps.next' : 'detail:gaps.skip')}
        </Button>
      </div>
    </>
  )
}

function keyOf({ tool, field }: Pick<Gap, 'tool' | 'field'>): string {
  return `${tool} ${field}`
}
