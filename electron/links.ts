/** The page's origin. It must never change: IndexedDB belongs to it, a new name would be an empty app. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'toolscape'
export const APP_START = `${APP_SCHEME}://${APP_HOST}/index.html`

/** True for addresses of our own page. Node reports origin `null` for app://, hence the comparison part by part. */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}

/** Where a link would lead, and the part of it a person should judge. */
export interface ExternalLink {
  readonly url: string
  readonly host: string
}

/**
 * Judges a link by its parts: only https and mailto may leave the app, and only after the user saw the host. An address
 * with a user name in it is refused because it exists to make a host look like another one.
 */
export function judgeExternalLink(text: string): ExternalLink | undefined {
  if (text.length > 2048 || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol === 'https:') {
    if (url.host === '' || url.username !== '' || url.password !== '') return undefined
    return { url: url.href, host: url.host }
  }
  if (url.protocol === 'mailto:') {
    // No headers of the page's making (cc, body): the address alone.
    const address = url.pathname
    return /^[\w.+%-]+@[\w-]+(?:\.[\w-]+)+$/.test(address) ? { url: `mailto:${address}`, host: address } : undefined
  }
  return undefined
}

const INSIDE = new Set([`${APP_SCHEME}:`, 'data:', 'blob:', 'devtools:'])

/** Whether a request stays in the house. Everything that isn't ours is somebody else's, whatever it's for. */
export function staysInside(address: string): boolean {
  return URL.canParse(address) && INSIDE.has(new URL(address).protocol)
}
