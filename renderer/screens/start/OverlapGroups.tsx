import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Findings, OverlapGroup } from '../../../shared/analysis/findings'
import { decide } from '../../../shared/inventory/edit-verdict'
import { JUDGEMENTS, type Judgement, type ToolId } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { today } from '../../today'
import { openTool, useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { write } from '../detail/writes'
import { MoreRows, useSome } from './MoreRows'
import css from './Overlaps.module.css'

/** Tools that do the same, in groups, each with what people can decide about them. */
export function OverlapGroups() {
  const t = useT()
  const findings = useFindings()
  const groups = findings?.groups ?? []
  const some = useSome(groups)
  return (
    <section aria-label={t('start:view.overlaps')}>
      <p className={css.lead}>{groups.length === 0 ? t('start:overlaps.none') : t('start:overlaps.lead')}</p>
      {findings === undefined || findings.overlapRange.extent === 'all' ? null : <Range findings={findings} />}
      <ul className={css.groups}>
        {some.shown.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </ul>
      <MoreRows some={some} />
    </section>
  )
}

/** Which overlaps are listed, where it isn't all of them. */
function Range({ findings: { overlaps, overlapRange } }: { readonly findings: Findings }) {
  const t = useT()
  const formats = useFormats()
  const from = formats.percent(overlapRange.from)
  return (
    <p className={css.lead} role="status">
      {overlapRange.extent === 'so-far'
        ? t('start:overlaps.soFar', { from })
        : t('start:overlaps.strongest', { count: formats.number(overlaps.length), from })}
    </p>
  )
}

function Group({ group }: { readonly group: OverlapGroup }) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const { tools } = useInventory()
  const functions = useFindings()?.assigned.functions
  const writable = useWorkspace((state) => state.phase === 'ready')
  const [left, setLeft] = useState<ReadonlySet<ToolId>>(new Set())
  const [reason, setReason] = useState<string>()
  const [missing, setMissing] = useState(false)
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  const included = group.tools.filter((id) => !left.has(id))
  const job = group.functionKey === undefined ? undefined : functions?.get(group.functionKey)?.name[language]
  const title = job ?? group.tools.map(nameOf).join(' + ')
  const record = (judgement: Judgement, why?: string) => {
    const date = today()
    const values = { count: included.length, name: included.map(nameOf).join(' + '), judgement }
    const change = write('decide', values, (now, ids) => decide(now, included, { judgement, reason: why, date }, ids))
    if (change !== undefined) setReason(undefined)
  }
  const facts = [
    t(`analysis:kind.${group.kind}`),
    t('start:overlaps.score', { score: formats.percent(group.score) }),
    ...(group.departments.length === 0 ? [] : [t('start:overlaps.shared', { count: group.departments.length })]),
    ...(group.suites.length === 0
      ? []
      : [t('start:overlaps.suites', { suites: group.suites.map(({ suite }) => suite).join(', ') })]),
    ...(group.proposed === 0 ? [] : [t('start:proposed', { count: group.proposed })]),
  ]
  const save = () => {
    if ((reason ?? '').trim() === '') setMissing(true)
    else record('justified', reason)
  }
  return (
    <li className={css.group} data-testid="group" data-group={group.key}>
      <div className={css.head}>
        <h3>{title}</h3>
        {group.verdict === undefined ? null : <b className={css.mark}>{t(`analysis:verdict.${group.verdict}`)}</b>}
      </div>
      <p className={css.facts}>{facts.join(' · ')}</p>
      <ul className={css.members}>
        {group.tools.map((id) => (
          <li key={id}>
            <input
              type="checkbox"
              aria-label={t('start:overlaps.include', { name: nameOf(id) })}
              checked={!left.has(id)}
              onChange={() => {
                const next = new Set(left)
                if (!next.delete(id)) next.add(id)
                setLeft(next)
              }}
            />
            <button type="button" onClick={() => openTool(id)}>
              {nameOf(id)}
            </button>
          </li>
        ))}
      </ul>
      {reason === undefined ? (
        <fieldset className={css.buttons} disabled={!writable || included.length < 2}>
          <legend className="sr-only">{t('start:overlaps.applies')}</legend>
          {JUDGEMENTS.map((judgement) => (
            <Button
              key={judgement}
              size="compact-sm"
              variant="default"
              data-judge={judgement}
              onClick={() => (judgement === 'justified' ? setReason('') : record(judgement))}
            >
              {t(`start:overlaps.${judgement}`)}
            </Button>
          ))}
        </fieldset>
      ) : (
        <form
          className={css.reason}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setReason(undefined)
          }}
        >
          <TextInput
            label={t('start:overlaps.reason')}
            value={reason}
            autoFocus
            error={missing && reason.trim() === '' ? t('start:overlaps.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-md">
            {t('start:overlaps.save')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setReason(undefined)}>
            {t('start:overlaps.cancel')}
          </Button>
        </form>
      )}
    </li>
  )
}
