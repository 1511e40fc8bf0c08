import type { PlanOutline } from '../../../shared/import/import-plan'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Created.module.css'
import { besidesOf } from './sums'

const SHOWN = 300

/** How many records a file makes besides its own. */
export function createdCount(plan: PlanOutline): number {
  const { tools, departments, functions, flows } = besidesOf([plan])
  return tools + departments + functions + flows
}

/** What a file's rows bring into being by naming it. */
export function Created({ plan }: { readonly plan: PlanOutline }) {
  const t = useT()
  if (createdCount(plan) === 0) return <p className={css.none}>{t('importScreen:created.none')}</p>
  return (
    <div className={css.scroll}>
      <Names title={t('importScreen:created.departments')} names={plan.newDepartments} />
      <Names title={t('importScreen:created.functions')} names={plan.newFunctions} />
      <Names
        title={t('importScreen:created.mentioned')}
        hint={t('importScreen:created.mentionedHint')}
        names={plan.mentionedOnly}
      />
      <Names title={t('importScreen:created.flows')} names={plan.newFlows} />
    </div>
  )
}

interface NamesProps {
  readonly title: string
  readonly hint?: string
  readonly names: readonly string[]
}

function Names({ title, hint, names }: NamesProps) {
  const t = useT()
  const formats = useFormats()
  if (names.length === 0) return null
  return (
    <section className={css.group}>
      <h3 className={css.title}>
        {title} <span className={css.count}>{formats.number(names.length)}</span>
      </h3>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      <ul className={css.names}>
        {names.slice(0, SHOWN).map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list never moves
          <li key={`${i} ${name}`}>{name}</li>
        ))}
        {names.length > SHOWN && <li>{t('importScreen:created.more', { count: names.length - SHOWN })}</li>}
      </ul>
    </section>
  )
}
