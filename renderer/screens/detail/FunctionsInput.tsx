import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { FunctionName } from '../../../shared/inventory/edit'
import { setToolField } from '../../../shared/inventory/edit'
import { normaliseName } from '../../../shared/inventory/normalise'
import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { catalogueFor } from '../../river/catalogue'
import { useFindings } from '../../river/landscape'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { PickInput } from '../../widgets/PickInput'
import { proposedName, typedFunction } from '../inventory/edits'
import css from './Detail.module.css'
import { write } from './writes'

interface Props {
  readonly tool: Tool
  readonly disabled: boolean
  readonly id?: string
  readonly label?: string
  readonly autoFocus?: boolean
  readonly onEnter?: (() => void) | undefined
}

/** What a tool does: a chip for each function, what the catalogue proposes, and a field to add more. */
export function FunctionsInput({ tool, label, disabled, ...rest }: Props) {
  const t = useT()
  const language = useLanguage()
  const { functions } = useInventory()
  const names = tool.functions.flatMap((id): FunctionName[] => {
    const known = functions.get(id)
    return known === undefined ? [] : [{ name: known.name }]
  })
  const proposals = useProposals(tool)
  const options = useFunctionOptions(names)
  const set = (next: readonly FunctionName[]) => {
    write('setDetail', { field: 'functions', name: tool.name }, (inventory, ids) =>
      setToolField(inventory, tool.id, 'functions', next, ids),
    )
  }
  return (
    <div className={css.functions}>
      {names.length === 0 ? null : (
        <span className={css.chips}>
          {names.map(({ name }) => (
            <span key={name} className={css.chip}>
              {name}
              <button
                type="button"
                disabled={disabled}
                aria-label={t('detail:remove', { name })}
                onClick={() => set(names.filter((each) => each.name !== name))}
              >
                <IconX size={12} aria-hidden />
              </button>
            </span>
          ))}
        </span>
      )}
      {proposals.length === 0 ? null : (
        <span className={css.chips}>
          <small>{t('detail:gaps.proposed')}</small>
          {proposals.map((proposal) => (
            <button
              key={proposal.key}
              type="button"
              className={css.proposal}
              disabled={disabled}
              aria-label={t('inventory:proposal.accept', { name: proposal.name[language] })}
              onClick={() => set([...names, proposedName(proposal, language)])}
            >
              {proposal.name[language]}
            </button>
          ))}
        </span>
      )}
      <PickInput
        label={label ?? t('detail:field.functions')}
        value=""
        options={options}
        placeholder={t('detail:add')}
        disabled={disabled}
        onPick={(key) => set([...names, typedFunction(key)])}
        createWords={(name) => t('detail:create', { name })}
        onCreate={(name) => set([...names, typedFunction(name)])}
        {...rest}
      />
    </div>
  )
}

/** What the catalogue proposes while nobody has said what the tool does. */
function useProposals(tool: Tool) {
  const findings = useFindings()
  return useMemo(() => {
    if (findings === undefined || tool.functions.length > 0) return []
    return findings.assigned.assignments
      .filter((each) => each.tool === tool.id && each.state === 'proposed')
      .flatMap(({ functionKey }) => findings.assigned.functions.get(functionKey) ?? [])
  }, [findings, tool])
}

/** Functions that others have, then those that the catalogue knows. The key is the name. */
function useFunctionOptions(taken: readonly FunctionName[]) {
  const inventory = useInventory()
  const { functions } = inventory
  const { data } = catalogueFor(inventory)
  const language = useLanguage()
  const formats = useFormats()
  const all = useMemo(() => {
    const used = [...functions.values()].map(({ name }) => name).sort(formats.compare)
    const keys = new Set(used.map(normaliseName))
    const known = data.functions
      .map(({ name }) => name[language])
      .filter((name) => !keys.has(normaliseName(name)))
      .sort(formats.compare)
    return [...new Set([...used, ...known])]
  }, [functions, data, language, formats])
  return useMemo(() => {
    const own = new Set(taken.map(({ name }) => normaliseName(name)))
    return all.filter((name) => !own.has(normaliseName(name))).map((name) => ({ key: name, label: name }))
  }, [all, taken])
}
