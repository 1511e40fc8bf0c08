import { SegmentedControl, Switch, Text } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { type HeadlessKind, PAPERS, type PictureOptions, SCALES, type Scale } from '../../../shared/bridge'
import { type Sides, scaledSize } from '../../../shared/export/picture-size'
import { useT } from '../../i18n'
import { pictureRemark } from '../../river/print'
import { type ExportOptions, pictureSides } from '../../river/save-exports'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import css from './ExportDialog.module.css'

interface Props {
  readonly kind: HeadlessKind
  readonly options: ExportOptions
  readonly onChange: (picture: PictureOptions) => void
}

/** How the picture is made: its pixels, its ground, its paper. Only what makes a difference to the kind is asked. */
export function PictureChoice({ kind, options, onChange }: Props) {
  const t = useT()
  const { picture } = options
  return (
    <>
      {kind === 'png' ? <ScaleChoice options={options} onChange={onChange} /> : null}
      {kind === 'png' || kind === 'map' ? (
        <Switch
          label={t('exportDialog:transparent')}
          checked={picture.transparent}
          onChange={(event) => onChange({ ...picture, transparent: event.currentTarget.checked })}
        />
      ) : null}
      {kind === 'pdf' ? <PaperChoice picture={picture} onChange={onChange} /> : null}
    </>
  )
}

function ScaleChoice({ options, onChange }: Omit<Props, 'kind'>) {
  const t = useT()
  const id = useId()
  const { number } = useFormats()
  const language = useLanguage()
  const { picture } = options
  const sides = useSides(options)
  const sizes = SCALES.map((scale) => ({ scale, size: sides === undefined ? undefined : scaledSize(sides, scale) }))
  // At a scale of 1 there is always a picture, if only a smaller one.
  const tooLarge = (scale: Scale) => scale > 1 && sizes.some((each) => each.scale === scale && each.size?.reduced)
  const chosen = sizes.find(({ scale }) => scale === picture.scale)?.size
  const remark = chosen === undefined ? undefined : pictureRemark(chosen, picture.scale, language)
  return (
    <div>
      <div className={css.label} id={`${id}-scale`}>
        {t('exportDialog:scale')}
      </div>
      <SegmentedControl
        aria-labelledby={`${id}-scale`}
        aria-describedby={`${id}-size`}
        size="xs"
        value={String(picture.scale)}
        onChange={(next) => onChange({ ...picture, scale: Number(next) as Scale })}
        data={SCALES.map((scale) => ({ value: String(scale), label: `${scale}×`, disabled: tooLarge(scale) }))}
      />
      <Text size="xs" c="dimmed" id={`${id}-size`} mt={4} data-testid="export-size">
        {chosen === undefined
          ? t('exportDialog:measuring')
          : t('exportDialog:pixels', {
              width: number(chosen.width),
              height: number(chosen.height),
              megapixels: number(Math.round((chosen.width * chosen.height) / 100_000) / 10),
            })}
        {remark === undefined ? '' : ` ${remark}`}
        {remark === undefined && SCALES.some(tooLarge) ? ` ${t('exportDialog:tooLarge')}` : ''}
      </Text>
    </div>
  )
}

/** How large the picture is at a scale of 1; undefined while that is worked out, and when it can't be. */
function useSides(options: ExportOptions): Sides | undefined {
  const [measured, setMeasured] = useState<{ readonly of: string; readonly sides: Sides }>()
  const { language, pseudonymise, shown } = options
  // Colours, scale and ground don't change how large the map is; its legend is as long as its words.
  const of = JSON.stringify({ language, pseudonymise, shown })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what decides the size counts
  useEffect(() => {
    let wanted = true
    // What fails here fails again, and is told, when the picture is made.
    void pictureSides(options)
      .then((sides) => {
        if (wanted) setMeasured({ of, sides })
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [of])
  return measured?.of === of ? measured.sides : undefined
}

function PaperChoice({
  picture,
  onChange,
}: {
  readonly picture: PictureOptions
  readonly onChange: Props['onChange']
}) {
  const t = useT()
  const id = useId()
  return (
    <div>
      <div className={css.label} id={`${id}-paper`}>
        {t('exportDialog:paper')}
      </div>
      <SegmentedControl
        aria-labelledby={`${id}-paper`}
        size="xs"
        value={picture.paper}
        onChange={(next) => onChange({ ...picture, paper: next as PictureOptions['paper'] })}
        data={[...PAPERS]}
      />
      <div className={css.label} id={`${id}-sheets`} style={{ marginTop: 12 }}>
        {t('exportDialog:sheets')}
      </div>
      <SegmentedControl
        aria-labelledby={`${id}-sheets`}
        size="xs"
        value={picture.tiled ? 'tiles' : 'fit'}
        onChange={(next) => onChange({ ...picture, tiled: next === 'tiles' })}
        data={(['fit', 'tiles'] as const).map((value) => ({ value, label: t(`exportDialog:${value}`) }))}
      />
      {picture.tiled ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t(picture.paper === 'A0' ? 'exportDialog:tilesA0' : 'exportDialog:tilesAbout', { paper: picture.paper })}
        </Text>
      ) : null}
    </div>
  )
}
