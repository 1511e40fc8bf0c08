import { ActionIcon, Checkbox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { patched } from '../../../shared/inventory/edit-rows'
import { leaveBundle, takeBundle, withDecision } from '../../../shared/inventory/edit-scenario'
import type { Money, ToolId } from '../../../shared/inventory/nouns'
import { type Scenario, type TakenBundle, TOOL_MOVES, type ToolMove } from '../../../shared/inventory/scenario'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { openTool, useLanguage } from '../../ui-state'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { write } from '../detail/writes'
import { costText, dateText, readCost, readDay } from '../inventory/read-typed'
import css from './Scenarios.module.css'

const NEW = 'new'

interface Props {
  readonly scenario: Scenario
  readonly taken: TakenBundle
  readonly disabled: boolean
}

/** One bundle of a scenario: where it goes, what that costs, and what becomes of each tool by when. */
export function BundleEditor({ scenario, taken, disabled }: Props) {
  const t = useT()
  const language = useLanguage()
  const { tools } = useInventory()
  const findings = useFindings()
  const bundle = findings?.bundles.find(({ functionKey }) => functionKey === taken.functionKey)
  const job = findings?.assigned.functions.get(taken.functionKey)?.name ?? bundle?.name
  const name = job?.[language] ?? taken.functionKey
  const proposed = findings?.targets.get(taken.functionKey)?.tool
  const save = (next: TakenBundle) =>
    void write('setScenario', { name: scenario.name }, (inventory) => takeBundle(inventory, scenario.id, next))
  const nameOf = (id: ToolId) => tools.get(id)?.name ?? id
  const target = 'tool' in taken.target ? taken.target.tool : undefined
  const members = bundle?.tools ?? []
  const options = [
    ...(target !== undefined && !members.includes(target) ? [target] : []),
    ...[...members].sort((a, b) => Number(b === proposed) - Number(a === proposed)),
  ].map((id) => ({
    value: id as string,
    label: id === proposed ? t('scenarios:proposedTarget', { name: nameOf(id) }) : nameOf(id),
  }))
  const choose = (value: string) => {
    const next =
      value === NEW ? { newPlatform: t('scenarios:newPlatformDefault', { name }) } : { tool: value as ToolId }
    save({ ...taken, target: next })
  }
  return (
    <section className={css.bundle} aria-label={name} data-testid="taken" data-key={taken.functionKey}>
      <header>
        <h3>{name}</h3>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('scenarios:leaveBundle', { name })}
          disabled={disabled}
          onClick={() =>
            void write('setScenario', { name: scenario.name }, (inventory) =>
              leaveBundle(inventory, scenario.id, taken.functionKey),
            )
          }
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {findings !== undefined && bundle === undefined ? <p className={css.quiet}>{t('scenarios:bundleGone')}</p> : null}
      <div className={css.fields}>
        <div className={css.field}>
          <span>{t('scenarios:target')}</span>
          <ChoiceInput
            label={t('scenarios:targetOf', { name })}
            value={target ?? NEW}
            options={[...options, { value: NEW, label: t('scenarios:newPlatform') }]}
            disabled={disabled}
            onChoose={choose}
          />
        </div>
        {'newPlatform' in taken.target ? (
          <div className={css.field}>
            <span>{t('scenarios:newPlatformName')}</span>
            <CommitInput
              label={t('scenarios:newPlatformName')}
              value={taken.target.newPlatform}
              disabled={disabled}
              save={(text) => {
                if (text.trim() === '') return t('detail:bad.name')
                save({ ...taken, target: { newPlatform: text.trim() } })
                return undefined
              }}
            />
          </div>
        ) : null}
        {(['targetCost', 'oneOffCost'] as const).map((field) => (
          <div key={field} className={css.field}>
            <span>{t(`scenarios:${field}`)}</span>
            <CostInput
              label={t(`scenarios:${field}`)}
              cost={taken[field]}
              disabled={disabled}
              onSave={(cost) => save(patched(taken, { [field]: cost }))}
            />
          </div>
        ))}
      </div>
      <Checkbox
        label={t('scenarios:automated')}
        checked={taken.automated === true}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const { automated: _, ...rest } = taken
          save(currentTarget.checked ? { ...rest, automated: true } : rest)
        }}
      />
      <table className={css.decisions}>
        <thead>
          <tr>
            <th scope="col">{t('scenarios:tool')}</th>
            <th scope="col">{t('scenarios:becomes')}</th>
            <th scope="col">{t('scenarios:by')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((id) => (
            <Decision
              key={id}
              id={id}
              name={nameOf(id)}
              taken={taken}
              isTarget={id === target}
              disabled={disabled}
              onSave={save}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface DecisionProps {
  readonly id: ToolId
  readonly name: string
  readonly taken: TakenBundle
  readonly isTarget: boolean
  readonly disabled: boolean
  readonly onSave: (next: TakenBundle) => void
}

function Decision({ id, name, taken, isTarget, disabled, onSave }: DecisionProps) {
  const t = useT()
  const language = useLanguage()
  const said = taken.decisions.find(({ tool }) => tool === id)
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.link} onClick={() => openTool(id)}>
          {name}
        </button>
      </th>
      <td>
        {isTarget ? (
          t('scenarios:isTarget')
        ) : (
          <ChoiceInput
            label={t('scenarios:becomesOf', { name })}
            value={said?.move ?? 'move'}
            options={TOOL_MOVES.map((value) => ({ value, label: t(`scenarios:move.${value}`) }))}
            disabled={disabled}
            onChoose={(move) => onSave(withDecision(taken, id, { move: move as ToolMove }))}
          />
        )}
      </td>
      <td>
        {isTarget ? null : (
          <CommitInput
            label={t('scenarios:byOf', { name })}
            value={dateText(said?.by, language)}
            disabled={disabled}
            save={(text) => {
              const read = text.trim() === '' ? ({ is: 'unknown' } as const) : readDay(text)
              if (read.is === 'bad') return t('scenarios:badDate', { text })
              onSave(withDecision(taken, id, { by: read.is === 'value' ? read.value : undefined }))
              return undefined
            }}
          />
        )}
      </td>
    </tr>
  )
}

interface CostProps {
  readonly label: string
  readonly cost: Money | undefined
  readonly disabled: boolean
  readonly onSave: (cost: Money | undefined) => void
}

function CostInput({ label, cost, disabled, onSave }: CostProps) {
  const t = useT()
  const language = useLanguage()
  return (
    <CommitInput
      label={label}
      value={costText(cost, language)}
      placeholder={t('common:unknown')}
      disabled={disabled}
      save={(text) => {
        const read = text.trim() === '' ? ({ is: 'unknown' } as const) : readCost(text, language, cost)
        if (read.is === 'bad') return t('scenarios:badCost', { text })
        onSave(read.is === 'value' ? read.value : undefined)
        return undefined
      }}
    />
  )
}
