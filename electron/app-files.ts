import { APP_HOST, APP_SCHEME } from './links'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** The MIME type of a built file. Modules and workers are refused by Chromium when it's wrong. */
export function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * Which built file an address means, or undefined. Nothing is decoded, joined or normalised: the raw text must spell a
 * name from the allow-list letter by letter, so there is no path for `..`, `%2e`, `\` or a drive letter to travel.
 */
export function findAppFile(address: string, built: ReadonlySet<string>): string | undefined {
  const start = `${APP_SCHEME}://${APP_HOST}/`
  if (!address.startsWith(start)) return undefined
  const name = address.slice(start.length).split(/[?#]/, 1)[0] || 'index.html'
  return built.has(name) ? name : undefined
}

/** True when a folder's entry may stand on the allow-list at all; source maps and odd names never do. */
export function isServable(name: string): boolean {
  return /^[\w-]+(?:[./][\w-]+)*$/.test(name) && !name.endsWith('.map')
}

/** The answer's headers. Every answer carries the policy, because a worker obeys the one that came with its script. */
export function headersFor(name: string, nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Type': typeOf(name),
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'Cache-Control': 'no-cache',
  }
}
