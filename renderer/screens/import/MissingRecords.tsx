import { NativeSelect } from '@mantine/core'
import type { MissingChoice, PlanOutline } from '../../../shared/import/import-plan'
import type { FileKind } from '../../../shared/import/table'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { decideMissing, missingChoice } from './decisions'
import { decide } from './import-actions'
import { useImport } from './import-state'
import css from './Questions.module.css'
import { nameIn } from './record-name'

const SHOWN = 200
const MIXED = ''

/** What an earlier import of the file brought and the file no longer contains: kept, retired or deleted. */
export function MissingRecords({ plan: { kind, missing } }: { readonly plan: PlanOutline }) {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const decisions = useImport((state) => state.decisions)
  if (missing.length === 0) return null
  const chosen = new Set(missing.map((id) => missingChoice(decisions, id)))
  const [common] = chosen.size === 1 ? chosen : [undefined]
  const choose = (ids: readonly string[], choice: string) =>
    decide((old) => decideMissing(old, ids, choice as MissingChoice))
  const choices = choicesFor(kind).map((value) => ({ value, label: t(`importScreen:questions.missing.${value}`) }))
  return (
    <section className={css.group} aria-label={t('importScreen:created.missing')}>
      <div className={css.head}>
        <h3 className={css.title}>
          {t('importScreen:created.missing')} <span className={css.count}>{formats.number(missing.length)}</span>
        </h3>
        <NativeSelect
          size="xs"
          aria-label={t('importScreen:questions.missing.forAll')}
          data={
            common === undefined
              ? [{ value: MIXED, label: t('importScreen:questions.missing.mixed'), disabled: true }, ...choices]
              : choices
          }
          value={common ?? MIXED}
          onChange={(event) => choose(missing, event.currentTarget.value)}
        />
      </div>
      <p className={css.hint}>{t('importScreen:questions.missing.hint')}</p>
      <ul className={css.list}>
        {missing.slice(0, SHOWN).map((id) => (
          <li key={id} className={css.question} data-answer={missingChoice(decisions, id)}>
            <span className={css.names}>
              <span className={css.gone}>{nameIn(inventory, kind, id)}</span>
            </span>
            <NativeSelect
              size="xs"
              className={css.choice}
              aria-label={t('importScreen:questions.missing.forOne', { name: nameIn(inventory, kind, id) })}
              data={choices}
              value={missingChoice(decisions, id)}
              onChange={(event) => choose([id], event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && (
        <p className={css.hint}>{t('importScreen:created.more', { count: missing.length - SHOWN })}</p>
      )}
    </section>
  )
}

/** Departments have no status: they can't be retired. */
function choicesFor(kind: FileKind): readonly MissingChoice[] {
  return kind === 'departments' ? ['keep', 'delete'] : ['keep', 'retire', 'delete']
}
