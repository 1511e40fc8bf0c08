import { Button } from '@mantine/core'
import type { PlatformArea } from '../../../shared/analysis/findings'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { revealOnMap, select, useSelection } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { Arithmetic } from './Arithmetic'
import { BundleCard } from './BundleCard'
import css from './Start.module.css'

/** All bundles by rank, and the arithmetic of the chosen one beside them. */
export function StartScreen() {
  const t = useT()
  const findings = useFindings()
  const selection = useSelection()
  const empty = useWorkspace((state) => state.phase !== 'opening' && state.inventory.tools.size === 0)
  if (empty) return <EmptyInventory />
  const bundles = findings?.bundles ?? []
  const chosen = bundles.find(({ functionKey }) => selection?.id === functionKey) ?? bundles[0]
  return (
    <div className={css.screen}>
      <section className={css.column} aria-label={t('start:title')}>
        <h2>{t('start:title')}</h2>
        <p className={css.lead}>
          {bundles.length === 0 ? t('start:none') : t('start:lead', { count: bundles.length })}
        </p>
        {bundles.length > 0 && <Areas areas={findings?.areas ?? []} />}
        {bundles.map((bundle) => (
          <BundleCard
            key={bundle.functionKey}
            bundle={bundle}
            selected={bundle === chosen}
            onSelect={() => select({ kind: 'bundle', id: bundle.functionKey })}
            actions={
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => revealOnMap({ kind: 'bundle', id: bundle.functionKey })}
              >
                {t('start:onMap')}
              </Button>
            }
          />
        ))}
      </section>
      <section className={css.detail}>
        {chosen === undefined ? (
          <p className={css.lead}>{bundles.length > 0 && t('start:chosen')}</p>
        ) : (
          <Arithmetic bundle={chosen} />
        )}
      </section>
    </div>
  )
}

/** Which of the three areas gains most from one platform. */
function Areas({ areas }: { readonly areas: readonly PlatformArea[] }) {
  const t = useT()
  const formats = useFormats()
  const shown = areas.filter(({ bundles }) => bundles.length > 0)
  if (shown.length === 0) return null
  return (
    <>
      <h3>{t('analysis:areas')}</h3>
      <ol className={css.areas}>
        {shown.map(({ area, gain, bundles }) => (
          <li key={area}>
            {t(`analysis:area.${area}`)}:{' '}
            {t('analysis:areaGain', { gain: formats.number(Math.round(gain)), count: bundles.length })}
          </li>
        ))}
      </ol>
    </>
  )
}
