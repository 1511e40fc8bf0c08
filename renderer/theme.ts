import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core'
import { PALETTES, type Palette } from '../shared/graph/palette'

const accent: MantineColorsTuple = [
  '#e8eefc',
  '#d3ddf8',
  '#a9bcf0',
  '#7fa2ff',
  '#5a80ea',
  '#3d68e0',
  '#2456d6',
  '#1e49b8',
  '#183c99',
  '#112f7a',
]

/** Mantine's greys of the dark scheme, from ink to canvas, around our own panel and hairline. */
const dark: MantineColorsTuple = [
  '#e8ecf2',
  '#c7cfda',
  '#a3aebd',
  '#74808f',
  '#3a4552',
  '#2c3541',
  '#222a35',
  '#1a2029',
  '#161b23',
  '#12161c',
]

const base = createTheme({
  fontFamily: "'Segoe UI', Inter, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif",
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: { fontFamily: "'Segoe UI', Inter, 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif", fontWeight: '600' },
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  defaultRadius: 8,
  respectReducedMotion: true,
})

/**
 * Mantine's theme: one family of type, eight-pixel grid, hairlines instead of shadows.
 * @param close what the cross of a notification is called, for screen readers
 */
export function themeWith(close: string): MantineThemeOverride {
  return mergeThemeOverrides(base, {
    components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
  })
}

/** The palette of the map as CSS variables, so that screen and export share one source of colour. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables(PALETTES.light, '#E8EEFC'),
  dark: variables(PALETTES.dark, '#22304F'),
})

function variables(palette: Palette, accentTint: string): Record<string, string> {
  return {
    '--canvas': palette.canvas,
    '--panel': palette.panel,
    '--hairline': palette.hairline,
    '--ink': palette.ink,
    '--muted': palette.muted,
    '--faint': palette.faint,
    '--accent': palette.accent,
    '--accent-tint': accentTint,
    '--flow-api': palette.api,
    '--flow-file': palette.file,
    '--flow-hand': palette.hand,
    '--flow-unknown': palette.unknown,
    '--on-fill': palette.onFill,
    '--overlap': palette.overlap,
    '--warning': palette.warning,
    '--mantine-color-body': palette.panel,
    '--mantine-color-text': palette.ink,
    '--mantine-color-dimmed': palette.muted,
    '--mantine-color-default': palette.panel,
    '--mantine-color-default-border': palette.hairline,
    '--mantine-color-default-hover': palette.canvas,
  }
}
