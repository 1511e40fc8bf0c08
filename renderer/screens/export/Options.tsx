import { Radio, SegmentedControl, Switch, Text } from '@mantine/core'
import { useId } from 'react'
import { FOLDER_KINDS, type HeadlessKind } from '../../../shared/bridge'
import { filterWords, isTelling } from '../../../shared/export/look-filters'
import { usualCurrency } from '../../../shared/graph/lens/reader'
import type { MapLook } from '../../../shared/inventory/map-look'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { EXPORTS } from '../../river/exports'
import { useFindings } from '../../river/landscape'
import { lensWords } from '../../river/lens'
import type { ExportOptions } from '../../river/save-exports'
import css from './ExportDialog.module.css'
import { IN_FLAVOURS } from './kinds'
import { Preview } from './Preview'

interface Props {
  readonly kind: HeadlessKind
  readonly chosen: ExportOptions
  readonly look: MapLook
  readonly onChange: (chosen: ExportOptions) => void
}

/** How the chosen kind is written: only what makes a difference to it is asked. */
export function Options({ kind, chosen, look, onChange }: Props) {
  const t = useT()
  const inventory = useInventory()
  const id = useId()
  const { language, flavour, pseudonymise } = chosen
  const picture = EXPORTS[kind].picture === true
  const findings = useFindings()
  const words = lensWords(language, inventory, findings, usualCurrency(inventory))
  const filters = picture ? filterWords(look, words, pseudonymise ? isTelling : undefined) : []
  const { look: _, ...whole } = chosen
  return (
    <>
      <div>
        <div className={css.label} id={`${id}-language`}>
          {t('exportDialog:language')}
        </div>
        <SegmentedControl
          aria-labelledby={`${id}-language`}
          size="xs"
          value={language}
          onChange={(next) => {
            const chosenLanguage = next as 'de' | 'en'
            onChange({ ...chosen, language: chosenLanguage, flavour: chosenLanguage })
          }}
          data={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      {IN_FLAVOURS.has(kind) ? (
        <div>
          <div className={css.label} id={`${id}-flavour`}>
            {t('exportDialog:flavour')}
          </div>
          <SegmentedControl
            aria-labelledby={`${id}-flavour`}
            size="xs"
            value={flavour}
            onChange={(next) => onChange({ ...chosen, flavour: next as 'de' | 'en' })}
            data={[
              { value: 'de', label: t('exportDialog:flavourDe') },
              { value: 'en', label: t('exportDialog:flavourEn') },
            ]}
          />
        </div>
      ) : null}
      {picture && filters.length > 0 ? (
        <Radio.Group
          label={t('exportDialog:scope')}
          value={chosen.look === undefined ? 'all' : 'map'}
          onChange={(next) => onChange(next === 'map' ? { ...whole, look } : whole)}
        >
          <Radio
            size="xs"
            mt={4}
            value="map"
            label={t('exportDialog:scopeMap')}
            description={t('exportDialog:filters', { filters: filters.join('; ') })}
          />
          <Radio size="xs" mt={4} value="all" label={t('exportDialog:scopeAll')} />
        </Radio.Group>
      ) : (
        <Text size="xs" c="dimmed">
          {t('exportDialog:noFilters')}
        </Text>
      )}
      {(FOLDER_KINDS as readonly string[]).includes(kind) ? (
        <Text size="xs" c="dimmed">
          {t('exportDialog:folder')}
        </Text>
      ) : null}
      <Switch
        label={t('exportDialog:pseudonymise')}
        description={t('exportDialog:pseudonymiseAbout')}
        checked={pseudonymise}
        onChange={(event) => onChange({ ...chosen, pseudonymise: event.currentTarget.checked })}
      />
      {pseudonymise ? <Preview inventory={inventory} language={language} /> : null}
    </>
  )
}
