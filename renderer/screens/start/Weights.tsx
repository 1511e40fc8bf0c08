import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import {
  BUNDLE_WEIGHTS,
  EFFORT_CODES,
  LEVER_CODES,
  scaledWeights,
  type TermCode,
} from '../../../shared/analysis/bundle-scale'
import { resetWeights, setWeight } from '../../../shared/analysis/edit-weights'
import { weightsOf } from '../../../shared/analysis/weights'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFormats } from '../../use-formats'
import { write } from '../detail/writes'
import css from './Weights.module.css'

/** Sliders reach so far; a weight beyond it was set elsewhere and stays. */
const MOST = 60
/** A slider that rests so long is meant so: one Change, not one per step. */
const REST = 300

/** How much each term counts: sliders for lever and effort, and the way back to the published weights. */
export function Weights() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const writable = useWorkspace((state) => state.phase === 'ready')
  const own = weightsOf(inventory)
  const scaled = scaledWeights(own)
  const moved = Object.keys(own).length
  return (
    <section className={css.panel} aria-label={t('start:weights.title')} data-testid="weights">
      <p className={css.lead}>{t('start:weights.lead')}</p>
      <div className={css.sides}>
        {(
          [
            ['lever', LEVER_CODES],
            ['effort', EFFORT_CODES],
          ] as const
        ).map(([side, codes]) => (
          <fieldset key={side} disabled={!writable}>
            <legend>{t(`start:${side}`)}</legend>
            {codes.map((code: TermCode) => (
              <Slider
                key={code}
                code={code}
                weight={own[code] ?? BUNDLE_WEIGHTS[code]}
                share={formats.percent(scaled[code] / 100)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={css.foot}>
        <span>{moved === 0 ? '' : t('start:weights.own', { count: moved })}</span>
        <Button
          size="compact-sm"
          variant="default"
          disabled={moved === 0 || !writable}
          onClick={() => write('resetWeights', {}, resetWeights)}
        >
          {t('start:weights.reset')}
        </Button>
      </div>
    </section>
  )
}

interface SliderProps {
  readonly code: TermCode
  readonly weight: number
  /** What it makes of its side, in words. */
  readonly share: string
}

function Slider({ code, weight, share }: SliderProps) {
  const t = useT()
  const formats = useFormats()
  const [draft, setDraft] = useState<number>()
  const pending = useRef<{ readonly timer: number; readonly write: () => void }>(undefined)
  // The panel goes away under the slider: what was moved is kept.
  useEffect(
    () => () => {
      if (pending.current === undefined) return
      window.clearTimeout(pending.current.timer)
      pending.current.write()
    },
    [],
  )
  const move = (value: number) => {
    setDraft(value)
    window.clearTimeout(pending.current?.timer)
    const save = () => {
      pending.current = undefined
      write('setWeight', { term: code, weight: value }, (inventory) => setWeight(inventory, code, value))
      setDraft(undefined)
    }
    pending.current = { timer: window.setTimeout(save, REST), write: save }
  }
  const shown = draft ?? weight
  const label = t(`analysis:term.${code}`)
  return (
    <label
      className={css.slider}
      title={t('start:weights.published', { weight: formats.number(BUNDLE_WEIGHTS[code]) })}
    >
      <span data-own={shown !== BUNDLE_WEIGHTS[code] || undefined}>{label}</span>
      <input
        type="range"
        min={0}
        max={Math.max(MOST, weight)}
        step={1}
        value={shown}
        data-weight={code}
        aria-valuetext={`${formats.number(shown)}, ${t('start:weights.share', { share })}`}
        onChange={(event) => move(event.currentTarget.valueAsNumber)}
      />
      <output>{formats.number(shown)}</output>
      <small title={t('start:weights.share', { share })}>{share}</small>
    </label>
  )
}
