import { ActionIcon, SegmentedControl, useComputedColorScheme } from '@mantine/core'
import { IconMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { withGhosts } from '../../../shared/analysis/scenario/with-ghosts'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useFindings } from '../../river/landscape'
import { pictureOf } from '../../river/scenario-maps'
import { useLanguage } from '../../ui-state'
import type { ScenarioResult } from './results'
import css from './Scenarios.module.css'

type Which = 'after' | 'before'
/** 1 is as wide as the screen. */
const ZOOMS = [1, 1.5, 2, 3, 4, 6]

/** The map after a scenario, with what went still to be seen, and the map of today in the same manner. */
export function AfterMap({ result }: { readonly result: ScenarioResult }) {
  const t = useT()
  const language = useLanguage()
  const theme = useComputedColorScheme()
  const inventory = useInventory()
  const findings = useFindings()
  const [which, setWhich] = useState<Which>('after')
  const [zoom, setZoom] = useState(0)
  const [picture, setPicture] = useState<string>()
  const [failed, setFailed] = useState(false)
  const { scenario, simulation } = result
  const title = which === 'after' ? t('scenarios:map.label', { name: scenario.name }) : t('scenarios:map.labelBefore')
  useEffect(() => {
    if (findings === undefined) return
    let url: string | undefined
    let ended = false
    setFailed(false)
    pictureOf(which === 'after' ? withGhosts(inventory, simulation) : inventory, { title, language, theme, findings })
      .then((svg) => {
        if (ended) return
        url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
        setPicture(url)
      })
      .catch(() => setFailed(true))
    return () => {
      ended = true
      setPicture(undefined)
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [inventory, simulation, findings, which, title, language, theme])
  const step = (by: number) => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, zoom + by)))
  return (
    <div className={css.mapTab}>
      <div className={css.mapBar}>
        <SegmentedControl
          size="xs"
          aria-label={t('scenarios:map.which')}
          value={which}
          onChange={(value) => setWhich(value as Which)}
          data={(['before', 'after'] as const).map((value) => ({ value, label: t(`scenarios:map.${value}`) }))}
        />
        <span className={css.quiet}>{t('scenarios:map.hint')}</span>
        <ActionIcon variant="default" aria-label={t('scenarios:map.zoomOut')} onClick={() => step(-1)}>
          <IconZoomOut size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('scenarios:map.zoomIn')} onClick={() => step(1)}>
          <IconZoomIn size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('scenarios:map.fit')} onClick={() => setZoom(0)}>
          <IconMaximize size={16} aria-hidden />
        </ActionIcon>
      </div>
      {picture === undefined ? (
        <p role="status" className={css.quiet}>
          {t(failed ? 'scenarios:map.failed' : 'scenarios:map.drawing')}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard
        <section className={css.mapFrame} aria-label={title} tabIndex={0}>
          <img src={picture} alt={title} data-testid="after-map" style={{ width: `${(ZOOMS[zoom] ?? 1) * 100}%` }} />
        </section>
      )}
    </div>
  )
}
