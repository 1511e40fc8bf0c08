import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAppFile, headersFor, isServable, typeOf } from '../../electron/app-files'

const built = new Set(['index.html', 'assets/index-abc123.js', 'assets/worker-x_1.js'])

describe('findAppFile', () => {
  it('finds what was built', () => {
    expect(findAppFile('app://toolscape/', built)).toBe('index.html')
    expect(findAppFile('app://toolscape/index.html?x=1#map', built)).toBe('index.html')
    expect(findAppFile('app://toolscape/assets/worker-x_1.js', built)).toBe('assets/worker-x_1.js')
  })

  it.each([
    'app://toolscape/../package.json',
    'app://toolscape/assets/../index.html',
    'app://toolscape/assets/../../main/main.js',
    'app://toolscape/..%2fpackage.json',
    'app://toolscape/%2e%2e/package.json',
    'app://toolscape/%252e%252e/package.json',
    'app://toolscape/..\\package.json',
    'app://toolscape/assets\\index-abc123.js',
    'app://toolscape//index.html',
    'app://toolscape/./index.html',
    'app://toolscape//etc/passwd',
    'app://toolscape/etc/passwd',
    'app://toolscape/C:/Windows/win.ini',
    'app://toolscape/C:%5CWindows',
    'app://toolscape/index.html%00.js',
    'app://toolscape/index.html\u0000',
    'app://toolscape/index.html/',
    'app://toolscape/INDEX.HTML',
    'app://toolscape/assets',
    'app://toolscape/assets/',
    'app://toolscape/%69ndex.html',
    'app://toolscape/index.html::$DATA',
    'app://toolscape/index.html.',
    'app://toolscape/index.html ',
    'app://toolscape/\u2025/package.json',
    'app://toolscape/file:///etc/passwd',
    'app://other/index.html',
    'app://toolscape:1/index.html',
    'app://a@toolscape/index.html',
    'app://toolscape.evil/index.html',
    'APP://toolscape/index.html',
    'app:/toolscape/index.html',
    'app:toolscape/index.html',
    'https://toolscape/index.html',
    'file:///index.html',
    '',
  ])('refuses %j', (address) => expect(findAppFile(address, built)).toBeUndefined())

  it('never answers with anything but a name from the list', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      'assets',
      'index.html',
      'C:',
      '\0',
      '~',
      '?',
      '#',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const found = findAppFile(`app://toolscape/${parts.join('')}`, built)
        expect(found === undefined || built.has(found)).toBe(true)
      }),
    )
  })
})

describe('isServable', () => {
  it.each(['index.html', 'assets/index-Ab_1.js', 'assets/a.b.woff2'])('serves %s', (name) => {
    expect(isServable(name)).toBe(true)
  })
  it.each(['assets/index.js.map', '../x', '.env', 'a..b', 'a//b', 'a b', 'ä.js', '', '/x'])('leaves out %j', (name) => {
    expect(isServable(name)).toBe(false)
  })
})

describe('headers', () => {
  it('gives modules and styles the type Chromium insists on', () => {
    expect(typeOf('assets/x.js')).toMatch(/^text\/javascript/)
    expect(typeOf('x.CSS')).toMatch(/^text\/css/)
    expect(typeOf('noending')).toBe('application/octet-stream')
  })

  it('states the policy exactly', () => {
    expect(headersFor('index.html', 'N0nce')['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N0nce'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-src 'none'; frame-ancestors 'none'",
    )
    expect(headersFor('x.js', 'n')['X-Content-Type-Options']).toBe('nosniff')
  })
})
