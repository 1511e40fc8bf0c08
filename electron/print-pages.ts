import { randomUUID } from 'node:crypto'
import type { Session } from 'electron'
import { APP_SCHEME } from './links'

/** Not the app's own host: whoever is shown here has none of its origin, its database, its doors. */
export const PRINT_HOST = 'print'

/**
 * What a page that is printed may do: show its own styles and pictures that are part of it. No script, no connection,
 * no frame, no font, no form; `sandbox` takes its origin away as well.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
}

/** The pages that are being printed, at addresses nobody can guess, from memory and never from a file. */
export interface PrintPages {
  /** Lays a page out; the address holds until `takeAway`. */
  layOut(html: Uint8Array): { readonly address: string; takeAway(): void }
  /** Answers a request: the page at exactly this address, otherwise 404. */
  answer(request: Request): Response
}

export function printPages(): PrintPages {
  const pages = new Map<string, Uint8Array>()
  return {
    layOut: (html) => {
      const address = `${APP_SCHEME}://${PRINT_HOST}/${randomUUID()}`
      pages.set(address, html)
      return { address, takeAway: () => void pages.delete(address) }
    },
    answer: ({ method, url }) => {
      if (method !== 'GET') return new Response(null, { status: 405 })
      const html = pages.get(url)
      return html === undefined
        ? new Response(null, { status: 404 })
        : new Response(Buffer.from(html), { headers: HEADERS })
    },
  }
}

/** Serves the pages, and nothing else, to the session they are printed in. The app's own files aren't there at all. */
export function servePrintPages(session: Session, pages: PrintPages): void {
  session.protocol.handle(APP_SCHEME, (request) => pages.answer(request))
}
