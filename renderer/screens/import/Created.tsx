import type { ImportPlan } from '../../../shared/import/import-plan'
import type { Inventory } from '../../../shared/inventory/inventory'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import css from './Created.module.css'
import { useImport } from './import-state'
import { besidesOf } from './sums'

const SHOWN = 300

/** How many records a file makes besides its own. */
export function createdCount(plan: ImportPlan): number {
  const { tools, departments, functions, flows } = besidesOf([plan])
  return tools + departments + functions + flows
}

/** What a file's rows bring into being by naming it. */
export function Created({ plan }: { readonly plan: ImportPlan }) {
  const t = useT()
  const after = useImport(({ shown }) => shown?.planned.after)
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
      <Names title={t('importScreen:created.flows')} names={flowNames(plan, after)} />
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

/** "A → B" for each flow that a cell of the file names. */
function flowNames({ kind, changes }: ImportPlan, after: Inventory | undefined): readonly string[] {
  if (kind === 'flows') return []
  return changes.flatMap((row) => {
    if (row.table !== 'flows' || row.before !== undefined || row.after === undefined) return []
    const { source, target } = row.after
    return `${after?.tools.get(source)?.name ?? source} → ${after?.tools.get(target)?.name ?? target}`
  })
}
