import type { Bundle } from '../../../shared/analysis/findings'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import css from './Start.module.css'

interface Props {
  readonly chosen: Bundle | undefined
  readonly onChoose: (key: string) => void
}

/** The three platform areas summed up, the one that gains most first, each with its bundles. */
export function Areas({ chosen, onChoose }: Props) {
  const t = useT()
  const formats = useFormats()
  const language = useLanguage()
  const findings = useFindings()
  const bundles = new Map((findings?.bundles ?? []).map((bundle) => [bundle.functionKey, bundle]))
  return (
    <>
      <p className={css.lead}>{t('start:areas.lead')}</p>
      {(findings?.areas ?? []).map((area) => (
        <div key={area.area} className={css.card} data-testid="area" data-area={area.area}>
          <div className={css.areaHead}>
            <span className={css.rank}>{area.rank}</span>
            <h3>{t(`analysis:area.${area.area}`)}</h3>
            <b>{t('start:areas.gain', { gain: formats.number(Math.round(area.gain)) })}</b>
          </div>
          <p className={css.band}>
            {area.bundles.length === 0
              ? t('start:areas.none')
              : [
                  t('start:areas.bundles', { count: area.bundles.length }),
                  t('common:count.tools', { count: area.tools.length }),
                  t('common:count.departments', { count: area.departments.length }),
                  t('start:areas.interfaces', { count: area.interfaces.length }),
                ].join(' · ')}
          </p>
          <ol className={css.tools}>
            {area.bundles.map((key) => {
              const bundle = bundles.get(key)
              return bundle === undefined ? null : (
                <li key={key}>
                  <button
                    type="button"
                    className={css.toolLink}
                    aria-pressed={key === chosen?.functionKey}
                    onClick={() => onChoose(key)}
                  >
                    {bundle.rank}. {bundle.name[language]} <b>{formats.number(Math.round(bundle.score))}</b>
                  </button>
                </li>
              )
            })}
          </ol>
        </div>
      ))}
    </>
  )
}
