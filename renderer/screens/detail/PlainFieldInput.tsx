import type { PlainField } from '../../../shared/inventory/edit-detail'
import type { Tool } from '../../../shared/inventory/nouns'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { choicesOf, FIELD_KINDS, fieldText, readField } from './read-field'
import { writeDetail } from './writes'

interface Props {
  readonly tool: Tool
  readonly field: PlainField
  readonly disabled: boolean
  readonly id?: string
  readonly label?: string
  readonly autoFocus?: boolean
  readonly onEnter?: (() => void) | undefined
}

/** The right input for a plain field of a tool; each writes one Change. */
export function PlainFieldInput({ tool, field, label, ...rest }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const words = label ?? t(`detail:field.${field}`)
  const set = (value: unknown) => writeDetail(tool, field, value as Tool[typeof field])
  if (FIELD_KINDS[field] === 'choice') {
    const choices = choicesOf(field, t)
    const now = choices.find(({ stored }) => stored === tool[field])
    return (
      <ChoiceInput
        label={words}
        value={now?.value ?? ''}
        options={choices}
        emptyWords={t('detail:empty')}
        onChoose={(value) => set(choices.find((choice) => choice.value === value)?.stored)}
        {...rest}
      />
    )
  }
  return (
    <CommitInput
      label={words}
      value={fieldText(tool, field, formats, language)}
      placeholder={FIELD_KINDS[field] === 'tags' ? t('detail:tagsHint') : t('detail:empty')}
      multiline={FIELD_KINDS[field] === 'long'}
      save={(text) => {
        const read = readField(field, text, tool, language, t)
        if (!read.ok) return read.problem
        set(read.value)
        return undefined
      }}
      {...rest}
    />
  )
}
