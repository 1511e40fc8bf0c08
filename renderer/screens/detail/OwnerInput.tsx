import { useMemo } from 'react'
import type { Inventory } from '../../../shared/inventory/inventory'
import type { Tool } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { PickInput } from '../../widgets/PickInput'
import { inNameOrder } from '../inventory/collation-key'
import { writeOwner } from './writes'

interface Props {
  readonly tool: Tool
  readonly disabled: boolean
  readonly id?: string
  readonly label?: string
  readonly autoFocus?: boolean
  readonly onEnter?: (() => void) | undefined
  /** Called after a choice. */
  readonly onChosen?: (() => void) | undefined
}

/** The department that owns a tool: one of those there are, or a new one. */
export function OwnerInput({ tool, label, onChosen, ...rest }: Props) {
  const t = useT()
  const { departments } = useInventory()
  const options = useDepartmentOptions()
  const choose = (name: string | undefined) => {
    writeOwner(tool, name)
    onChosen?.()
  }
  return (
    <PickInput
      label={label ?? t('detail:field.owner')}
      value={tool.owner === undefined ? '' : (departments.get(tool.owner)?.name ?? '')}
      options={options}
      placeholder={t('detail:empty')}
      onPick={(key) => choose(options.find((option) => option.key === key)?.label)}
      createWords={(name) => t('detail:create', { name })}
      onCreate={choose}
      noneWords={t('detail:empty')}
      onNone={() => choose(undefined)}
      {...rest}
    />
  )
}

/** All departments by name, with what they belong to. */
export function useDepartmentOptions() {
  const { departments } = useInventory()
  const formats = useFormats()
  return useMemo(
    () =>
      [...departments.values()]
        .map(({ id, name, parent }) => {
          const above = parent === undefined ? undefined : departments.get(parent)?.name
          return { key: id as string, label: name, ...(above === undefined ? {} : { hint: above }) }
        })
        .sort((a, b) => formats.compare(a.label, b.label)),
    [departments, formats],
  )
}

interface ToolOption {
  readonly key: string
  readonly label: string
  readonly hint?: string
}

const toolOptions = new WeakMap<Inventory['tools'], readonly ToolOption[]>()

/** All tools by name, with what tells two of one name apart. Worked out once for as long as the tools are the same. */
export function useToolOptions(): readonly ToolOption[] {
  const { tools } = useInventory()
  let options = toolOptions.get(tools)
  if (options === undefined) {
    options = inNameOrder([...tools.values()], ({ name }) => name).map(({ id, name, partOf, vendor }) => {
      const hint = partOf ?? vendor
      return { key: id, label: name, ...(hint === undefined ? {} : { hint }) }
    })
    toolOptions.set(tools, options)
  }
  return options
}
