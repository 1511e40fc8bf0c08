import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { FLOW_METHODS, type Flow, type FlowMethod, FREQUENCIES, type Frequency } from '../../../shared/inventory/nouns'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { sayUndoable } from '../lists/say-undoable'
import css from './Detail.module.css'
import { readHours, splitList } from './read-field'
import { arrowOf, deleteFlow, writeFlow } from './writes'

/** Everything that can be said of a data flow; each field writes one Change. */
export function FlowEditor({ flow, onDone }: { readonly flow: Flow; readonly onDone: () => void }) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const { dataObjects, tools } = useInventory()
  const disabled = useWorkspace((state) => state.phase !== 'ready')
  const name = (id: Flow['source']) => tools.get(id)?.name ?? ''
  const [there, back, both] = [
    `${name(flow.source)} → ${name(flow.target)}`,
    `${name(flow.target)} → ${name(flow.source)}`,
    `${name(flow.source)} ↔ ${name(flow.target)}`,
  ]
  const turn = (value: string) => {
    if (value === 'back') writeFlow(flow, { source: flow.target, target: flow.source, bothWays: false })
    else writeFlow(flow, { bothWays: value === 'both' })
  }
  const remove = () => {
    const words = arrowOf(flow)
    const change = deleteFlow(flow)
    if (change !== undefined) sayUndoable(t('lists:deleted', { name: words }), change.sequence)
  }
  return (
    <div className={css.editor}>
      <Labelled wide words={t('detail:flow.direction')}>
        <ChoiceInput
          label={t('detail:flow.direction')}
          value={flow.bothWays ? 'both' : 'there'}
          options={[
            { value: 'there', label: there },
            { value: 'back', label: back },
            { value: 'both', label: both },
          ]}
          disabled={disabled}
          onChoose={turn}
        />
      </Labelled>
      <Labelled words={t('detail:field.method')}>
        <ChoiceInput
          label={t('detail:field.method')}
          value={flow.method}
          options={FLOW_METHODS.map((value) => ({ value, label: t(`common:method.${value}`) }))}
          disabled={disabled}
          onChoose={(method) => writeFlow(flow, { method: method as FlowMethod })}
        />
      </Labelled>
      <Labelled words={t('detail:field.dataObjects')}>
        <CommitInput
          label={t('detail:field.dataObjects')}
          placeholder={t('detail:flow.dataHint')}
          value={flow.dataObjects.flatMap((id) => dataObjects.get(id)?.name ?? []).join(', ')}
          disabled={disabled}
          save={(text) => void writeFlow(flow, { dataObjects: splitList(text) })}
        />
      </Labelled>
      <Labelled words={t('detail:field.hoursPerMonth')}>
        <CommitInput
          label={t('detail:field.hoursPerMonth')}
          placeholder={t('detail:empty')}
          value={flow.hoursPerMonth === undefined ? '' : formats.number(flow.hoursPerMonth)}
          disabled={disabled}
          save={(text) => {
            const read = readHours(text, language)
            if (!read.ok) return t('detail:bad.hours', { text })
            writeFlow(flow, { hoursPerMonth: read.value })
            return undefined
          }}
        />
      </Labelled>
      <Labelled words={t('detail:field.frequency')}>
        <ChoiceInput
          label={t('detail:field.frequency')}
          value={flow.frequency ?? ''}
          emptyWords={t('detail:empty')}
          options={FREQUENCIES.map((value) => ({ value, label: t(`common:frequency.${value}`) }))}
          disabled={disabled}
          onChoose={(value) => writeFlow(flow, { frequency: value === '' ? undefined : (value as Frequency) })}
        />
      </Labelled>
      <Labelled words={t('detail:field.notes')}>
        <CommitInput
          label={t('detail:field.notes')}
          placeholder={t('detail:empty')}
          value={flow.notes ?? ''}
          disabled={disabled}
          save={(notes) => void writeFlow(flow, { notes })}
        />
      </Labelled>
      <div className={css.editorFoot}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={14} aria-hidden />}
          disabled={disabled}
          onClick={remove}
        >
          {t('detail:delete')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          {t('detail:flow.done')}
        </Button>
      </div>
    </div>
  )
}

interface LabelledProps {
  readonly words: string
  readonly wide?: boolean
  readonly children: React.ReactNode
}

/** A field with its name above; the field carries the name for a screen reader itself. */
function Labelled({ words, wide, children }: LabelledProps) {
  return (
    <div className={css.pair} data-wide={wide}>
      <span aria-hidden>{words}</span>
      {children}
    </div>
  )
}
