import { describe, expect, it } from 'vitest'
import { isAppUrl, judgeExternalLink, staysInside } from '../../electron/links'

describe('isAppUrl', () => {
  it('knows our own pages', () => {
    expect(isAppUrl('app://toolscape/')).toBe(true)
    expect(isAppUrl('app://toolscape/index.html#map')).toBe(true)
  })

  it.each([
    '',
    'toolscape',
    'app:',
    'app://',
    'app://toolscape.evil.com/',
    'app://evil.com/app://toolscape/',
    'app://evil@toolscape/',
    'app://toolscape@evil/',
    'app://toolscape:80/',
    'https://toolscape/',
    'file:///app://toolscape/',
    'data:text/html,app://toolscape/',
    'about:blank',
    'app2://toolscape/',
  ])('is not fooled by %s', (address) => expect(isAppUrl(address)).toBe(false))
})

describe('judgeExternalLink', () => {
  it('shows the host that a person should judge', () => {
    expect(judgeExternalLink('https://example.com/a?b')).toEqual({
      url: 'https://example.com/a?b',
      host: 'example.com',
    })
    expect(judgeExternalLink('mailto:a.b@example.com')?.host).toBe('a.b@example.com')
  })

  it('shows a look-alike host as what it is', () => {
    expect(judgeExternalLink('https://аpple.com/')?.host).toBe('xn--pple-43d.com')
  })

  it.each([
    'http://example.com',
    'https://google.com@evil.com/',
    'https://user:pass@example.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-settings:network',
    'vbscript:x',
    'mailto:a@example.com%0d%0aBcc:b@example.com',
    'mailto:not an address',
    `https://example.com/${'x'.repeat(3_000)}`,
    '\\\\server\\share',
    'app://toolscape/',
  ])('refuses %s', (address) => expect(judgeExternalLink(address)).toBeUndefined())

  it('drops what a mail link would fill in', () => {
    expect(judgeExternalLink('mailto:a@example.com?body=secret&cc=b@example.com')?.url).toBe('mailto:a@example.com')
  })
})

describe('staysInside', () => {
  it.each(['app://toolscape/x.js', 'data:text/plain,x', 'blob:app://toolscape/1', 'devtools://devtools/x'])(
    'lets %s pass',
    (address) => expect(staysInside(address)).toBe(true),
  )
  it.each([
    'https://example.com',
    'http://127.0.0.1',
    'ws://x',
    'wss://x',
    'file:///etc/passwd',
    'ftp://x',
    'rubbish',
    '',
  ])('stops %s', (address) => expect(staysInside(address)).toBe(false))
})
