import { Button, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DepartmentMerge, PlanOutline } from '../../../shared/import/import-plan'
import type { PossibleDuplicate } from '../../../shared/import/propose-tools'
import { run } from '../../commands'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { type Answer, answerToMerge, answerToTwin, type Decisions, decideMerges, decideTwins } from './decisions'
import { decide, showRows } from './import-actions'
import { useImport } from './import-state'
import { MissingRecords } from './MissingRecords'
import css from './Questions.module.css'
import { duplicatesOf, mergesOf, silencedIn, toldIn, twinOf } from './questions'
import { sureness } from './words'

/** More are answered together, or after the first ones. */
const SHOWN = 200

/** What an import asks about a file: spellings of the same, what the file no longer contains, what was set by hand. */
export function Questions({ plan }: { readonly plan: PlanOutline }) {
  return (
    <div className={css.scroll}>
      <SameDepartment plan={plan} />
      <SameTool plan={plan} />
      <MissingRecords plan={plan} />
      <ByHand plan={plan} />
      <Silenced plan={plan} />
    </div>
  )
}

function SameDepartment({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  const decisions = useImport((state) => state.decisions)
  const told = useTold()
  const merges = mergesOf(plan, told)
  const answer = (some: readonly DepartmentMerge[], to: Answer) => decide((old) => decideMerges(old, some, to))
  return (
    <Asked
      title={t('importScreen:questions.department.title')}
      hint={t('importScreen:questions.department.hint')}
      count={merges.length}
      onAll={(to) => answer(merges, to)}
    >
      {merges.slice(0, SHOWN).map((merge) => (
        <Question
          key={`${merge.from} ${merge.into}`}
          from={merge.from}
          into={merge.into}
          known={merge.intoId !== undefined}
          reason={t(`importScreen:questions.department.reason.${merge.reason}`)}
          confidence={merge.confidence}
          answer={answerToMerge(decisions, merge)}
          yes={t('importScreen:questions.merge')}
          no={t('importScreen:questions.apart')}
          onAnswer={(to) => answer([merge], to)}
        />
      ))}
    </Asked>
  )
}

function SameTool({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  const { decisions, shown } = useImport()
  const stored = shown?.planned.base.tools
  const found = duplicatesOf(plan, useTold())
  const answer = (some: readonly PossibleDuplicate[], to: Answer) =>
    decide((old: Decisions) =>
      decideTwins(
        old,
        some.map((each) => twinOf(each, stored)),
        to,
      ),
    )
  return (
    <Asked
      title={t('importScreen:questions.tool.title')}
      hint={t('importScreen:questions.tool.hint')}
      count={found.length}
      onAll={(to) => answer(found, to)}
    >
      {found.slice(0, SHOWN).map((each) => (
        <Question
          key={each.key}
          row={each.row}
          from={each.name}
          into={each.existing.name}
          known={'id' in each.existing && stored?.has(each.existing.id) === true}
          reason={t(`importScreen:questions.tool.reason.${each.reason}`)}
          confidence={each.confidence}
          answer={each.accepted ? 'yes' : answerToTwin(decisions, twinOf(each, stored))}
          yes={t('importScreen:questions.tool.same')}
          no={t('importScreen:questions.tool.other')}
          onAnswer={(to) => answer([each], to)}
        />
      ))}
    </Asked>
  )
}

/** What this workspace was told to be different. */
function useTold() {
  return toldIn(useInventory())
}

/** What isn't asked because an earlier import was told, and the way to be asked again. */
function Silenced({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  const count = silencedIn(plan, useTold())
  if (count === 0) return null
  return (
    <section className={css.group} aria-label={t('importScreen:apart.title')}>
      <div className={css.head}>
        <h3 className={css.title}>{t('importScreen:apart.title')}</h3>
        <Button variant="subtle" size="compact-xs" onClick={() => void run('kept-apart')}>
          {t('importScreen:apart.show')}
        </Button>
      </div>
      <p className={css.hint}>{t('importScreen:apart.silenced', { count })}</p>
    </section>
  )
}

interface AskedProps {
  readonly title: string
  readonly hint: string
  readonly count: number
  readonly onAll: (answer: Answer) => void
  readonly children: ReactNode
}

function Asked({ title, hint, count, onAll, children }: AskedProps) {
  const t = useT()
  const formats = useFormats()
  if (count === 0) return null
  return (
    <section className={css.group} aria-label={title}>
      <div className={css.head}>
        <h3 className={css.title}>
          {title} <span className={css.count}>{formats.number(count)}</span>
        </h3>
        {count > 1 && (
          <span className={css.all}>
            <Button variant="light" size="compact-xs" onClick={() => onAll('yes')}>
              {t('importScreen:questions.all')}
            </Button>
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onAll('no')}>
              {t('importScreen:questions.none')}
            </Button>
          </span>
        )}
      </div>
      <p className={css.hint}>{hint}</p>
      <ul className={css.list}>{children}</ul>
      {count > SHOWN && <p className={css.hint}>{t('importScreen:created.more', { count: count - SHOWN })}</p>}
    </section>
  )
}

interface QuestionProps {
  readonly row?: number | undefined
  readonly from: string
  readonly into: string
  /** `into` is in the inventory already. */
  readonly known: boolean
  readonly reason: string
  readonly confidence: number
  readonly answer: Answer
  readonly yes: string
  readonly no: string
  readonly onAnswer: (answer: Answer) => void
}

/** One proposal with its reason; an answer that is pressed again is taken back. */
function Question({ row, from, into, known, reason, confidence, answer, yes, no, onAnswer }: QuestionProps) {
  const t = useT()
  const sure = t(`importScreen:mapping.sure.${sureness(confidence)}`)
  const press = (to: Answer) => onAnswer(answer === to ? 'open' : to)
  return (
    <li className={css.question} data-answer={answer}>
      <span className={css.names}>
        <span className={css.from}>{from}</span>
        <span className={css.arrow} role="img" aria-label={t('importScreen:questions.into')}>
          →
        </span>
        <b>{into}</b>
        <span className={css.why}>
          {row !== undefined && `${t('importScreen:list.rowNumber', { row })} · `}
          {known && `${t('importScreen:questions.stored')} · `}
          {reason} · {sure}
        </span>
      </span>
      <span className={css.answers}>
        <Button
          size="compact-xs"
          variant={answer === 'yes' ? 'filled' : 'default'}
          aria-pressed={answer === 'yes'}
          aria-label={`${yes}: ${from} → ${into}`}
          onClick={() => press('yes')}
        >
          {yes}
        </Button>
        <Button
          size="compact-xs"
          variant={answer === 'no' ? 'filled' : 'default'}
          {...(answer === 'no' ? { color: 'gray' } : {})}
          aria-pressed={answer === 'no'}
          aria-label={`${no}: ${from} → ${into}`}
          onClick={() => press('no')}
        >
          {no}
        </Button>
      </span>
    </li>
  )
}

/** Values that a person set and the file says otherwise. */
function ByHand({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  const fileWins = useImport((state) => state.decisions.fileWins)
  if (plan.kept === 0 && !fileWins) return null
  return (
    <section className={css.group} aria-label={t('importScreen:questions.hand.title')}>
      <div className={css.head}>
        <h3 className={css.title}>{t('importScreen:questions.hand.title')}</h3>
        {plan.kept > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => showRows('kept')}>
            {t('importScreen:questions.hand.show')}
          </Button>
        )}
      </div>
      <p className={css.hint}>
        {fileWins
          ? t('importScreen:questions.hand.overruled')
          : t('importScreen:questions.hand.kept', { count: plan.kept })}
      </p>
      <Switch
        size="xs"
        label={t('importScreen:questions.hand.fileWins')}
        checked={fileWins}
        onChange={(event) => {
          const { checked } = event.currentTarget
          decide((old) => ({ ...old, fileWins: checked }))
        }}
      />
    </section>
  )
}
