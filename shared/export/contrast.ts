/** Relative luminance of a colour, 0–1 (WCAG 2.1). Six hexadecimal digits, with or without `#` in front. */
export function luminance(colour: string): number {
  const six = colour.replace('#', '')
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(six.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How a colour stands out from white paper, 1–21 (WCAG 2.1 contrast ratio). */
export function contrastWithWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05)
}

/** What marks something must stand out so much from what it lies on (WCAG 2.1, 1.4.11). */
export const LEAST_CONTRAST = 3
