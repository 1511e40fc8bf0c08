import { attributeWords } from '../../../shared/export/lens-words'
import { FILTER_OF_COLOUR } from '../../../shared/graph/lens/attributes'
import { COLOUR_ATTRIBUTES, type MapLook, SIZE_ATTRIBUTES } from '../../../shared/inventory/map-look'
import { translate, useT } from '../../i18n'
import { LookMenu } from './LookMenu'
import { changeLook } from './look-state'
import { ATTRIBUTE_OF_SIZE } from './SizeLegend'

/** What the cards' colour and the size of their marks say. */
export function LookMenus({ look }: { readonly look: MapLook }) {
  const t = useT()
  const name = (attribute: string) => attributeWords(attribute, { t: translate })
  const size = look.sizeBy === undefined ? t('mapLook:sizeNone') : name(ATTRIBUTE_OF_SIZE[look.sizeBy])
  return (
    <>
      <LookMenu
        label={t('mapLook:colourBy', { what: name(FILTER_OF_COLOUR[look.colourBy]) })}
        options={COLOUR_ATTRIBUTES.map((value) => ({ value, label: name(FILTER_OF_COLOUR[value]) }))}
        value={look.colourBy}
        onChange={(colourBy) => changeLook({ colourBy })}
      />
      <LookMenu
        label={t('mapLook:sizeBy', { what: size })}
        options={[
          { value: undefined, label: t('mapLook:noSize') },
          ...SIZE_ATTRIBUTES.map((value) => ({ value, label: name(ATTRIBUTE_OF_SIZE[value]) })),
        ]}
        value={look.sizeBy}
        onChange={(sizeBy) => changeLook({ sizeBy })}
      />
    </>
  )
}
