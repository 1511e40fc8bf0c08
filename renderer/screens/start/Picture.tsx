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
  const largest = Math.max(20, ...shown.flatMap(({ bundle }) => [bundle.lever, bundle.effort]))
  const end = Math.min(100, Math.ceil((largest * 1.1) / 10) * 10)
  const at = (points: number) => (Math.min(points, end) / end) * SIZE
  const ticks = [0, end / 2, end]
  return (
    <>
      <p className={css.hint}>{t('start:picture.hint')}</p>
      <div className={css.frame} data-testid="picture">
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden className={css.picture}>
          <line className={css.half} x1={SIZE / 2} y1="0" x2={SIZE / 2} y2={SIZE} />
          <line className={css.half} x1="0" y1={SIZE / 2} x2={SIZE} y2={SIZE / 2} />
          <line className={css.zero} x1="0" y1={SIZE} x2={SIZE} y2="0" />
          {shown.map(({ bundle, band }) => (
            <g
              key={bundle.functionKey}
              className={css.cross}
              data-chosen={bundle.functionKey === chosen?.functionKey || undefined}
            >
              <line
                x1={at(band.effort.low)}
                x2={at(band.effort.high)}
                y1={SIZE - at(bundle.lever)}
                y2={SIZE - at(bundle.lever)}
              />
              <line
                x1={at(bundle.effort)}
                x2={at(bundle.effort)}
                y1={SIZE - at(band.lever.low)}
                y2={SIZE - at(band.lever.high)}
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
                left: `${at(bundle.effort)}%`,
                bottom: `${at(bundle.lever)}%`,
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
          <span key={`x${tick}`} className={css.tickX} style={{ left: `${at(tick)}%` }} aria-hidden>
            {formats.number(tick)}
          </span>
        ))}
        {ticks.slice(1).map((tick) => (
          <span key={`y${tick}`} className={css.tickY} style={{ bottom: `${at(tick)}%` }} aria-hidden>
            {formats.number(tick)}
          </span>
        ))}
      </div>
      {bundles.length > SHOWN ? (
        <p className={css.hint}>{t('inventory:countOf', { shown: SHOWN, total: bundles.length })}</p>
      ) : null}
    </>
  )
}
