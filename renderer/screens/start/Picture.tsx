import type { Bundle } from '../../../shared/analysis/findings'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { bandOf } from './band'
import css from './Picture.module.css'

interface Props {
  readonly bundles: readonly Bundle[]
  readonly chosen: Bundle | undefined
  readonly onChoose: (key: string) => void
}

/** The picture's own units; it is scaled to the room there is. */
const SIZE = 100
/** More points than this hide each other; the list has all of them. */
const SHOWN = 60

/** Lever against effort: every bundle a point with its rank, crosses for what is unknown, the diagonal for score zero. */
export function Picture({ bundles, chosen, onChoose }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const shown = bundles.slice(0, SHOWN).map((bundle) => ({ bundle, band: bandOf(bundle) }))
  const ends = {
    lever: axisEnd(shown.map(({ bundle }) => bundle.lever)),
    effort: axisEnd(shown.map(({ bundle }) => bundle.effort)),
  }
  const at = (side: keyof typeof ends, points: number) => (Math.min(points, ends[side]) / ends[side]) * SIZE
  const both = Math.min(ends.lever, ends.effort)
  const ticks = [0, 0.5, 1]
  return (
    <>
      <p className={css.hint}>{t('start:picture.hint')}</p>
      <div className={css.frame} data-testid="picture">
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden className={css.picture}>
          <line className={css.half} x1={SIZE / 2} y1="0" x2={SIZE / 2} y2={SIZE} />
          <line className={css.half} x1="0" y1={SIZE / 2} x2={SIZE} y2={SIZE / 2} />
          <line className={css.zero} x1="0" y1={SIZE} x2={at('effort', both)} y2={SIZE - at('lever', both)} />
          {shown.map(({ bundle, band }) => (
            <g
              key={bundle.functionKey}
              className={css.cross}
              data-chosen={bundle.functionKey === chosen?.functionKey || undefined}
            >
              <line
                x1={at('effort', band.effort.low)}
                x2={at('effort', band.effort.high)}
                y1={SIZE - at('lever', bundle.lever)}
                y2={SIZE - at('lever', bundle.lever)}
              />
              <line
                x1={at('effort', bundle.effort)}
                x2={at('effort', bundle.effort)}
                y1={SIZE - at('lever', band.lever.low)}
                y2={SIZE - at('lever', band.lever.high)}
              />
            </g>
          ))}
        </svg>
        {(['easy', 'hard', 'small', 'avoid'] as const).map((corner) => (
          <span key={corner} className={css.corner} data-corner={corner}>
            {t(`start:picture.${corner}`)}
          </span>
        ))}
        <ol className={css.points} aria-label={t('start:picture.label')}>
          {shown.map(({ bundle }) => (
            <li
              key={bundle.functionKey}
              style={{
                left: `${at('effort', bundle.effort)}%`,
                bottom: `${at('lever', bundle.lever)}%`,
                zIndex: bundle.functionKey === chosen?.functionKey ? SHOWN + 1 : SHOWN - bundle.rank,
              }}
            >
              <button
                type="button"
                aria-pressed={bundle.functionKey === chosen?.functionKey}
                data-point={bundle.functionKey}
                title={bundle.name[language]}
                aria-label={t('start:picture.point', {
                  rank: bundle.rank,
                  name: bundle.name[language],
                  lever: formats.number(Math.round(bundle.lever)),
                  effort: formats.number(Math.round(bundle.effort)),
                  score: formats.number(Math.round(bundle.score)),
                })}
                onClick={() => onChoose(bundle.functionKey)}
              >
                {bundle.rank}
              </button>
            </li>
          ))}
        </ol>
        <span className={css.leverAxis}>{t('start:lever')} ↑</span>
        <span className={css.effortAxis}>{t('start:effort')} →</span>
        {ticks.map((tick) => (
          <span key={`x${tick}`} className={css.tickX} style={{ left: `${tick * 100}%` }} aria-hidden>
            {formats.number(tick * ends.effort)}
          </span>
        ))}
        {ticks.slice(1).map((tick) => (
          <span key={`y${tick}`} className={css.tickY} style={{ bottom: `${tick * 100}%` }} aria-hidden>
            {formats.number(tick * ends.lever)}
          </span>
        ))}
      </div>
      {bundles.length > SHOWN ? (
        <p className={css.hint}>{t('inventory:countOf', { shown: SHOWN, total: bundles.length })}</p>
      ) : null}
    </>
  )
}

/** Where an axis ends: a round number that leaves room beyond the largest value. */
function axisEnd(points: readonly number[]): number {
  return Math.min(100, Math.ceil((Math.max(20, ...points) * 1.1) / 10) * 10)
}
