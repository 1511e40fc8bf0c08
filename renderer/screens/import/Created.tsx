import type { ImportPlan } from '../../../shared/import/import-plan'
import type { FileKind } from '../../../shared/import/table'
import type { Inventory } from '../../../shared/inventory/inventory'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import css from './Created.module.css'

const SHOWN = 300

/** How many records a file makes besides its own. */
export function createdCount({ newDepartments, newFunctions, mentionedOnly }: ImportPlan): number {
  return newDepartments.length + newFunctions.length + mentionedOnly.length
}

/** What a file's rows bring into being by naming it, and what the file no longer contains. */
export function Created({ plan }: { readonly plan: ImportPlan }) {
  const t = useT()
  const missing = missingNames(useInventory(), plan.kind, plan.missing)
  if (createdCount(plan) + missing.length === 0) return <p className={css.none}>{t('importScreen:created.none')}</p>
  return (
    <div className={css.scroll}>
      <Names title={t('importScreen:created.departments')} names={plan.newDepartments} />
      <Names title={t('importScreen:created.functions')} names={plan.newFunctions} />
      <Names
        title={t('importScreen:created.mentioned')}
        hint={t('importScreen:created.mentionedHint')}
        names={plan.mentionedOnly}
      />
      <Names title={t('importScreen:created.missing')} hint={t('importScreen:created.missingHint')} names={missing} />
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
  if (names.length === 0) return null
  return (
    <section className={css.group}>
      <h3 className={css.title}>
        {title} <span className={css.count}>{names.length}</span>
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

function missingNames(inventory: Inventory, kind: FileKind, ids: readonly string[]): readonly string[] {
  const table: ReadonlyMap<string, { readonly name?: string }> = inventory[kind]
  return ids.flatMap((id) => table.get(id)?.name ?? [])
}
