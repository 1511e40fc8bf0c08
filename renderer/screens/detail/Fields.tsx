import { useId } from 'react'
import type { PlainField } from '../../../shared/inventory/edit-detail'
import type { Tool } from '../../../shared/inventory/nouns'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import css from './Detail.module.css'
import { FunctionsInput } from './FunctionsInput'
import { OwnerInput } from './OwnerInput'
import { PlainFieldInput } from './PlainFieldInput'

type Field = PlainField | 'owner' | 'functions'

const SECTIONS = [
  { id: 'job', fields: ['name', 'vendor', 'partOf', 'status', 'functions', 'description'] },
  { id: 'people', fields: ['owner', 'businessOwner', 'technicalOwner'] },
  { id: 'use', fields: ['users', 'annualCost', 'contractEnd', 'noticeMonths', 'plannedFrom', 'retiredFrom'] },
  { id: 'assessment', fields: ['criticality', 'functionalFit', 'technicalFit', 'ai', 'personalData', 'dataClass'] },
  { id: 'technology', fields: ['hosting', 'url'] },
  { id: 'other', fields: ['tags', 'externalId', 'notes'] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly Field[] }[]

/** These take the whole width. */
const WIDE: ReadonlySet<Field> = new Set<Field>(['name', 'functions', 'description', 'notes'])

/** All fields of a tool, in groups. */
export function Fields({ tool }: { readonly tool: Tool }) {
  const t = useT()
  return (
    <div className={css.fields}>
      {SECTIONS.map(({ id, fields }) => (
        <section key={id} className={css.section}>
          <h2>{t(`detail:section.${id}`)}</h2>
          <div className={css.pairs}>
            {fields.map((field) => (
              <FieldPair key={field} tool={tool} field={field} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function FieldPair({ tool, field }: { readonly tool: Tool; readonly field: Field }) {
  const t = useT()
  const id = useId()
  const disabled = useWorkspace((state) => state.phase !== 'ready')
  const shared = { tool, disabled, id }
  return (
    <div className={css.pair} data-wide={WIDE.has(field) || undefined} data-field={field}>
      <label htmlFor={id}>{t(`detail:field.${field}`)}</label>
      {field === 'owner' ? (
        <OwnerInput {...shared} />
      ) : field === 'functions' ? (
        <FunctionsInput {...shared} />
      ) : (
        <PlainFieldInput field={field} {...shared} />
      )}
    </div>
  )
}
