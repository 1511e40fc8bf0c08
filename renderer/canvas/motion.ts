/** How the whole map is brought on the screen. */
export const FIT = { padding: 0.06, maxZoom: 1.25, duration: 0 }

/** Milliseconds that a jump takes; none where the system asks for less motion. */
export function motion(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150
}
