import { SegmentedControl, Switch, Text } from '@mantine/core'
import { useId, useMemo } from 'react'
import { FOLDER_KINDS, type HeadlessKind } from '../../../shared/bridge'
import { isTelling } from '../../../shared/export/look-filters'
import { lookWords } from '../../../shared/export/seen-map'
import { landscapeAt } from '../../../shared/graph/lens/landscape-at'
import { usualCurrency } from '../../../shared/graph/lens/reader'
import { FIRST_LOOK, type MapLook } from '../../../shared/inventory/map-look'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { EXPORTS } from '../../river/exports'
import { useFindings } from '../../river/landscape'
import { lensWords } from '../../river/lens'
import type { ExportOptions } from '../../river/save-exports'
import { toldOf } from '../../river/source'
import { today } from '../../today'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { CompanyFields } from './CompanyFields'
import { type Chosen, optionsOf } from './choices'
import css from './ExportDialog.module.css'
import { IN_FLAVOURS, WITH_COMPANY } from './kinds'
import { PictureChoice } from './PictureChoice'
import { Preview } from './Preview'
import { ScopeChoice } from './ScopeChoice'

interface Props {
  readonly kind: HeadlessKind
  readonly chosen: Chosen
  readonly look: MapLook
  readonly onChange: (chosen: Chosen) => void
}

/** How the chosen kind is written: only what makes a difference to it is asked. */
export function Options({ kind, chosen, look, onChange }: Props) {
  const t = useT()
  const inventory = useInventory()
  const id = useId()
  const { language, flavour, pseudonymise } = chosen
  const { picture } = EXPORTS[kind]
  const options = useMemo(() => optionsOf(chosen, look, inventory), [chosen, look, inventory])
  const told = useTold(options)
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
      {picture === undefined ? (
        <Text size="xs" c="dimmed">
          {t('exportDialog:noFilters')}
        </Text>
      ) : (
        <ScopeChoice
          scope={chosen.scope}
          among={picture === 'part'}
          inventory={inventory}
          told={told}
          onChange={(scope) => onChange({ ...chosen, scope })}
        />
      )}
      <PictureChoice kind={kind} options={options} onChange={(next) => onChange({ ...chosen, picture: next })} />
      {(FOLDER_KINDS as readonly string[]).includes(kind) ? (
        <Text size="xs" c="dimmed">
          {t('exportDialog:folder')}
        </Text>
      ) : null}
      {WITH_COMPANY.has(kind) && !pseudonymise ? <CompanyFields /> : null}
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

/** What the picture will say that it shows, in the window's language. */
function useTold({ pseudonymise, shown }: ExportOptions): readonly string[] {
  const inventory = useInventory()
  const language = useLanguage()
  const formats = useFormats()
  const findings = useFindings()
  return useMemo(() => {
    const look = shown?.look ?? FIRST_LOOK
    const landscape = look.at === undefined ? undefined : landscapeAt(inventory, look.at, today())
    const said = lookWords(look, landscape, {
      ...lensWords(language, inventory, findings, usualCurrency(inventory)),
      date: formats.date,
      toolName: (id) => inventory.tools.get(id)?.name,
      ...(pseudonymise ? { hidden: isTelling } : {}),
    })
    return toldOf({ said, language })
  }, [pseudonymise, shown, inventory, language, formats, findings])
}
