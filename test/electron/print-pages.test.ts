import { describe, expect, it } from 'vitest'
import { printPages } from '../../electron/print-pages'

const html = new TextEncoder().encode('<!doctype html><p>Größe</p>')
const get = (url: string, method = 'GET') => new Request(url, { method })

describe('the pages that are printed', () => {
  it('are served at their own address while they are laid out, and not a moment longer', async () => {
    const pages = printPages()
    const { address, takeAway } = pages.layOut(html)
    expect(address).toMatch(/^app:\/\/print\/[0-9a-f-]{36}$/)
    expect(await pages.answer(get(address)).text()).toBe('<!doctype html><p>Größe</p>')
    takeAway()
    expect(pages.answer(get(address)).status).toBe(404)
  })

  it('carry a policy that lets nothing run and nothing load', () => {
    const pages = printPages()
    const policy = pages.answer(get(pages.layOut(html).address)).headers.get('Content-Security-Policy') ?? ''
    expect(policy.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      'img-src data:',
      'sandbox',
      "style-src 'unsafe-inline'",
    ])
  })

  it('are all there is: no other address, no other method', () => {
    const pages = printPages()
    const { address } = pages.layOut(html)
    for (const other of ['app://print/', `${address}/`, `${address}?x`, 'app://toolscape/index.html', `${address}%2e`])
      expect(pages.answer(get(other)).status).toBe(404)
    expect(pages.answer(get(address, 'POST')).status).toBe(405)
    expect(pages.layOut(html).address).not.toBe(address)
  })
})
