import { Button, SegmentedControl } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { revealOnMap, select, useSelection } from '../../ui-state'
import { EmptyInventory } from '../inventory/EmptyInventory'
import { Areas } from './Areas'
import { BundleCard } from './BundleCard'
import { BundleDetail } from './BundleDetail'
import { MoreRows, useSome } from './MoreRows'
import { OverlapGroups } from './OverlapGroups'
import { Picture } from './Picture'
import css from './Start.module.css'
import { VerdictList } from './VerdictList'
import { Weights } from './Weights'

const VIEWS = ['list', 'picture', 'areas', 'overlaps'] as const
type View = (typeof VIEWS)[number]

/** Where to start: the ranking as a list, a picture or by area, the arithmetic beside it; overlaps and their verdicts. */
export function StartScreen() {
  const t = useT()
  const findings = useFindings()
  const selection = useSelection()
  const [view, setView] = useState<View>('list')
  const [weighing, setWeighing] = useState(false)
  const empty = useWorkspace((state) => state.phase !== 'opening' && state.inventory.tools.size === 0)
  const bundles = findings?.bundles ?? []
  const some = useSome(bundles)
  if (empty) return <EmptyInventory />
  const chosen = bundles.find(({ functionKey }) => selection?.id === functionKey) ?? bundles[0]
  const choose = (id: string) => select({ kind: 'bundle', id })
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <div className={css.title}>
          <h2>{t('start:title')}</h2>
          <p>{bundles.length === 0 ? t('start:none') : t('start:lead', { count: bundles.length })}</p>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('start:views')}
          value={view}
          onChange={(value) => setView(value as View)}
          data={VIEWS.map((value) => ({ value, label: t(`start:view.${value}`) }))}
        />
        <Button
          size="compact-sm"
          variant={weighing ? 'light' : 'default'}
          leftSection={<IconAdjustments size={15} aria-hidden />}
          aria-expanded={weighing}
          onClick={() => setWeighing(!weighing)}
        >
          {t('start:weights.show')}
        </Button>
      </header>
      {view === 'overlaps' ? (
        <div className={css.wide}>
          {weighing ? <Weights /> : null}
          <OverlapGroups />
          <VerdictList />
        </div>
      ) : (
        <div className={css.screen} data-view={view}>
          <section className={css.column} aria-label={t(`start:view.${view}`)}>
            {view === 'picture' ? <Picture bundles={bundles} chosen={chosen} onChoose={choose} /> : null}
            {view === 'areas' ? <Areas chosen={chosen} onChoose={choose} /> : null}
            {view === 'list'
              ? some.shown.map((bundle) => (
                  <BundleCard
                    key={bundle.functionKey}
                    bundle={bundle}
                    selected={bundle === chosen}
                    onSelect={() => choose(bundle.functionKey)}
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
                ))
              : null}
            {view === 'list' ? <MoreRows some={some} /> : null}
          </section>
          <section className={css.detail} aria-label={t('analysis:why')}>
            {chosen === undefined ? null : <BundleDetail bundle={chosen} weights={weighing ? <Weights /> : null} />}
            {chosen === undefined && weighing ? <Weights /> : null}
          </section>
        </div>
      )}
    </div>
  )
}
