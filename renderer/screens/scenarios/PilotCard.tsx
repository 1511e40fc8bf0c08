import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useId } from 'react'
import { hasSucceeded, pilotGaps } from '../../../shared/analysis/scenario/pilot-gate'
import { changePilot } from '../../../shared/inventory/edit-scenario'
import { PILOT_STATUSES, type Pilot } from '../../../shared/inventory/scenario'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { ChoiceInput } from '../../widgets/ChoiceInput'
import { CommitInput } from '../../widgets/CommitInput'
import { write } from '../detail/writes'
import { dateText, readDay, readPlainNumber } from '../inventory/read-typed'
import type { ScenarioResult } from './results'
import css from './Scenarios.module.css'
import { savePilotCard } from './save-pilot-card'

const TEXTS = ['measure', 'unit', 'scalingTrigger', 'stopTrigger', 'owner'] as const
const NUMBERS = ['baseline', 'criterion', 'measured'] as const
type TextField = (typeof TEXTS)[number]
type NumberField = (typeof NUMBERS)[number]
const ORDER = [
  'measure',
  'unit',
  'baseline',
  'direction',
  'criterion',
  'date',
  'scalingTrigger',
  'stopTrigger',
  'owner',
  'measured',
] as const

/** What has to be said before a pilot starts, and what was measured; its status waits for it. */
export function PilotCard({ result }: { readonly result: ScenarioResult }) {
  const t = useT()
  const { scenario } = result
  const pilot: Pilot = scenario.pilot ?? { status: 'draft' }
  const writable = useWorkspace((state) => state.phase === 'ready')
  const prefix = useId()
  const succeeded = hasSucceeded(pilot)
  const gaps = PILOT_STATUSES.map((status) => ({
    status,
    gaps: status === pilot.status ? [] : pilotGaps(pilot, status),
  }))
  return (
    <div className={css.pilot} data-testid="pilot" data-status={pilot.status}>
      <fieldset className={css.statuses} disabled={!writable}>
        <legend>{t('scenarios:pilot.statusLabel')}</legend>
        {gaps.map(({ status, gaps }) => (
          <Button
            key={status}
            size="compact-md"
            variant={status === pilot.status ? 'filled' : 'default'}
            aria-pressed={status === pilot.status}
            aria-describedby={gaps.length > 0 ? `${prefix}${status}` : undefined}
            disabled={gaps.length > 0 || !writable}
            data-status={status}
            onClick={() =>
              void write('setPilotStatus', { name: scenario.name, status }, (inventory) => {
                // The card may have been changed since it was drawn: the gate is asked about the card as it is.
                const now = inventory.scenarios.get(scenario.id)?.pilot ?? { status: 'draft' as const }
                return pilotGaps(now, status).length > 0 ? [] : changePilot(inventory, scenario.id, { status })
              })
            }
          >
            {t(`scenarios:pilot.status.${status}`)}
          </Button>
        ))}
      </fieldset>
      {gaps
        .filter(({ gaps }) => gaps.length > 0)
        .map(({ status, gaps }) => (
          <div key={status} id={`${prefix}${status}`} className={css.gaps} data-gaps={status}>
            {t('scenarios:pilot.missing', { status: t(`scenarios:pilot.status.${status}`) })}
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>{t(`scenarios:pilot.gap.${gap}`)}</li>
              ))}
            </ul>
          </div>
        ))}
      <div className={css.fields}>
        {ORDER.map((field) => (
          <div key={field} className={css.field} data-wide={isWide(field) || undefined}>
            <span>{t(`scenarios:pilot.${field}`)}</span>
            <PilotField result={result} pilot={pilot} field={field} disabled={!writable} />
          </div>
        ))}
      </div>
      {succeeded === undefined ? null : (
        <p role="status">{t(succeeded ? 'scenarios:pilot.succeeded' : 'scenarios:pilot.missed')}</p>
      )}
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void savePilotCard(result)}
      >
        {t('scenarios:pilot.save')}
      </Button>
    </div>
  )
}

function isWide(field: (typeof ORDER)[number]): boolean {
  return field === 'measure' || field === 'scalingTrigger' || field === 'stopTrigger'
}

interface FieldProps {
  readonly result: ScenarioResult
  readonly pilot: Pilot
  readonly field: (typeof ORDER)[number]
  readonly disabled: boolean
}

function PilotField({ result, pilot, field, disabled }: FieldProps) {
  const t = useT()
  const language = useLanguage()
  const { id, name } = result.scenario
  const label = t(`scenarios:pilot.${field}`)
  const save = (says: { readonly [K in keyof Pilot]?: Pilot[K] | undefined }) =>
    void write('setPilot', { name, field }, (inventory) => changePilot(inventory, id, says))
  if (field === 'direction') {
    return (
      <ChoiceInput
        label={label}
        value={pilot.direction ?? 'below'}
        options={(['below', 'above'] as const).map((value) => ({ value, label: t(`scenarios:pilot.${value}`) }))}
        disabled={disabled}
        onChoose={(value) => save({ direction: value === 'above' ? 'above' : 'below' })}
      />
    )
  }
  if (field === 'date') {
    return (
      <CommitInput
        label={label}
        value={dateText(pilot.date, language)}
        disabled={disabled}
        save={(text) => {
          const read = text.trim() === '' ? ({ is: 'unknown' } as const) : readDay(text)
          if (read.is === 'bad') return t('scenarios:badDate', { text })
          return save({ date: read.is === 'value' ? read.value : undefined })
        }}
      />
    )
  }
  if (isNumber(field)) {
    return (
      <CommitInput
        label={label}
        value={numberText(pilot[field], language)}
        disabled={disabled}
        save={(text) => {
          const read = text.trim() === '' ? ({ is: 'unknown' } as const) : readPlainNumber(text, language)
          if (read.is === 'bad') return t('scenarios:badNumber', { text })
          return save({ [field]: read.is === 'value' ? read.value : undefined })
        }}
      />
    )
  }
  return (
    <CommitInput
      label={label}
      value={pilot[field as TextField] ?? ''}
      {...(field === 'measure' ? { placeholder: t('scenarios:pilot.measureHint') } : {})}
      multiline={isWide(field)}
      disabled={disabled}
      save={(text) => save({ [field]: text.trim() === '' ? undefined : text.trim() })}
    />
  )
}

function isNumber(field: string): field is NumberField {
  return (NUMBERS as readonly string[]).includes(field)
}

/** A number as it is typed, with all its digits. */
function numberText(value: number | undefined, language: 'de' | 'en'): string {
  if (value === undefined) return ''
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 10 }).format(value)
}
