import { Text, TextInput, UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import { COMPANY_COLOURS, type CompanyColour, hexOf } from '../../../shared/export/company-colours'
import { contrastWithWhite, LEAST_CONTRAST } from '../../../shared/export/contrast'
import { LONGEST_COMPANY, ownCompany, setCompany } from '../../../shared/inventory/company'
import { useInventory, useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { useWorkspaces } from '../../river/workspaces'
import { useFormats } from '../../use-formats'
import { write } from '../detail/writes'
import css from './Company.module.css'

/** Whose name and colour stand on what leaves. Kept in the workspace; each change can be undone. */
export function CompanyFields() {
  const t = useT()
  const { name, colour } = ownCompany(useInventory())
  const writable = useWorkspace((state) => state.phase === 'ready')
  const workspace = useWorkspace((state) => state.id)
  const called = useWorkspaces((state) => state.workspaces.find(({ id }) => id === workspace)?.name)
  const put = (says: Parameters<typeof setCompany>[1]) =>
    write('setCompany', {}, (inventory) => setCompany(inventory, says))
  return (
    <details className={css.company} data-testid="export-company">
      <summary>
        {t('exportDialog:company.title')}: {name ?? called ?? t('exportDialog:company.none')}
        <span
          className={css.sample}
          style={colour === undefined ? undefined : { background: colour, borderColor: colour }}
        />
      </summary>
      <fieldset className={css.fields} disabled={!writable}>
        <Name key={name} name={name} placeholder={called} onChange={(next) => put({ name: next })} />
        <Colour key={colour} colour={colour} onChange={(next) => put({ colour: next })} />
      </fieldset>
    </details>
  )
}

interface NameProps {
  readonly name: string | undefined
  readonly placeholder: string | undefined
  readonly onChange: (name: string) => void
}

/** Written when it is left or with Enter: one Change for a name, not one for each letter. */
function Name({ name, placeholder, onChange }: NameProps) {
  const t = useT()
  const [typed, setTyped] = useState(name ?? '')
  const take = () => {
    if (typed.trim() !== (name ?? '')) onChange(typed)
  }
  return (
    <TextInput
      size="xs"
      label={t('exportDialog:company.name')}
      description={t('exportDialog:company.nameHint')}
      placeholder={placeholder ?? ''}
      maxLength={LONGEST_COMPANY}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        // Enter takes the name; it doesn't export yet.
        event.preventDefault()
        take()
      }}
    />
  )
}

interface ColourProps {
  readonly colour: string | undefined
  readonly onChange: (colour: string | undefined) => void
}

function Colour({ colour, onChange }: ColourProps) {
  const t = useT()
  const { number } = useFormats()
  const id = useId()
  const [typed, setTyped] = useState(colour ?? '')
  const hex = hexOf(typed)
  const contrast = hex === undefined ? undefined : contrastWithWhite(hex)
  const tooLight = contrast !== undefined && contrast < LEAST_CONTRAST
  const wrong = typed.trim() !== '' && (hex === undefined || tooLight)
  const said = contrast === undefined ? '' : number(Math.floor(contrast * 10) / 10)
  const take = () => {
    if (typed.trim() === '') onChange(undefined)
    else if (hex !== undefined && !tooLight && hex !== colour) onChange(hex)
  }
  return (
    <div>
      <div className={css.label} id={`${id}-colour`}>
        {t('exportDialog:company.colour')}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, one of which is pressed */}
      <div className={css.swatches} role="group" aria-labelledby={`${id}-colour`}>
        <Swatch
          label={t('exportDialog:company.ours')}
          pressed={colour === undefined}
          onClick={() => onChange(undefined)}
        />
        {Object.entries(COMPANY_COLOURS).map(([word, value]) => (
          <Swatch
            key={word}
            label={t(`exportDialog:company.colours.${word as CompanyColour}`)}
            value={value}
            pressed={colour === value}
            onClick={() => onChange(value)}
          />
        ))}
      </div>
      <TextInput
        size="xs"
        mt={6}
        label={t('exportDialog:company.own')}
        placeholder="#1F5FBF"
        maxLength={7}
        value={typed}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-said`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
      <Text size="xs" mt={2} id={`${id}-said`} className={wrong ? css.wrong : css.right} aria-live="polite">
        {typed.trim() === ''
          ? ''
          : t(`exportDialog:company.${hex === undefined ? 'noColour' : tooLight ? 'tooLight' : 'contrast'}`, {
              contrast: said,
            })}
      </Text>
    </div>
  )
}

interface SwatchProps {
  readonly label: string
  readonly value?: string
  readonly pressed: boolean
  readonly onClick: () => void
}

function Swatch({ label, value, pressed, onClick }: SwatchProps) {
  return (
    <UnstyledButton
      className={css.swatch}
      style={value === undefined ? undefined : { background: value }}
      data-none={value === undefined || undefined}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    />
  )
}
