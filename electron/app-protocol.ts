import { randomBytes } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { findAppFile, headersFor, isServable } from './app-files'
import { listFiles, readBytes } from './disk/read'
import { APP_SCHEME } from './links'

/** What index.html carries where the page's styles need the nonce: `<meta name="csp-nonce" content="__CSP_NONCE__">`. */
const NONCE_MARK = '__CSP_NONCE__'

/** Must run before the app is ready. Standard and secure give the page an origin, modules, workers and IndexedDB. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page, and nothing else, to one session. The folder is listed once: what's not on it doesn't exist. */
export async function serveApp(session: Session, folder: string): Promise<void> {
  const built = new Map((await listFiles(folder)).filter((file) => isServable(file.name)).map((f) => [f.name, f.path]))
  const names = new Set(built.keys())
  session.protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const name = findAppFile(request.url, names)
    const path = name === undefined ? undefined : built.get(name)
    if (name === undefined || path === undefined) return new Response(null, { status: 404 })
    const nonce = randomBytes(18).toString('base64url')
    const headers = headersFor(name, nonce)
    if (request.method === 'HEAD') return new Response(null, { headers })
    const bytes = await readBytes(path)
    if (!name.endsWith('.html')) return new Response(new Uint8Array(bytes), { headers })
    return new Response(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce), { headers })
  })
}
