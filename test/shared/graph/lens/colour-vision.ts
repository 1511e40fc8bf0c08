/** Simulation matrices on linear RGB: normal sight, and protanopia, deuteranopia, tritanopia (Machado et al. 2009). */
const SIGHTS: readonly (readonly number[])[] = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
]

type Triple = readonly [number, number, number]

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Triple
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast as WCAG 2 counts it, 1–21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function lab([red, green, blue]: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
  const y = f(luminance([red, green, blue]))
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** The smallest distance of two colours in CIE Lab (1976) over all four kinds of sight. */
export function distance(a: string, b: string): number {
  const seen = (hex: string, sight: readonly number[]) => {
    const rgb = linear(hex)
    const row = (at: number) => rgb.reduce((sum, part, index) => sum + part * Number(sight[at * 3 + index]), 0)
    return lab([row(0), row(1), row(2)].map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple)
  }
  return Math.min(
    ...SIGHTS.map((sight) => {
      const [p, q] = [seen(a, sight), seen(b, sight)]
      return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
    }),
  )
}
