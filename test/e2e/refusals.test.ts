import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/files/bridge'
import { makeProfile, type RunningApp, startApp } from './app'

// What a hostile page could try, tried from inside the real page.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
})
afterAll(async () => {
  await app.close()
  profile.remove()
})

const blocked = () =>
  app.electron.evaluate(() => (globalThis as { toolscapeBlockedRequests?: number }).toolscapeBlockedRequests ?? -1)
const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

describe('the outside', () => {
  it('can’t be fetched', async () => {
    const answer = await app.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    )
    expect(answer).toBe('refused')
  })

  it('is blocked and counted below the page too, where no CSP helps', async () => {
    const before = await blocked()
    const answer = await app.electron.evaluate(async ({ session }) => {
      try {
        await session.defaultSession.fetch('https://example.com/')
        return 'reached'
      } catch {
        return 'refused'
      }
    })
    expect(answer).toBe('refused')
    expect(await blocked()).toBeGreaterThan(before)
  })

  it('can’t be opened in a window', async () => {
    const opened = await app.page.evaluate(() => window.open('https://example.com/') !== null)
    expect(opened).toBe(false)
    expect(await windows()).toBe(1)
  })

  it('can’t be navigated to, by any road', async () => {
    const start = app.page.url()
    for (const target of [
      'https://example.com/',
      'file:///etc/passwd',
      'data:text/html,hi',
      'app://elsewhere/index.html',
    ]) {
      await app.page.evaluate((href) => {
        const link = Object.assign(document.createElement('a'), { href, textContent: 'x' })
        document.body.append(link)
        link.click()
        link.remove()
      }, target)
      await app.page.evaluate((href) => {
        location.href = href
      }, target)
      await app.page.waitForTimeout(150)
      expect(app.page.url()).toBe(start)
    }
    expect(await app.page.evaluate(() => document.querySelector('[data-testid=saved]') !== null)).toBe(true)
  })
})

describe('the page', () => {
  it('has no Node and no way to run text', async () => {
    const found = await app.page.evaluate(async () => {
      const has = (name: string) => name in globalThis
      // From a timer, because what the debugger runs directly is exempt from the CSP.
      const evaluated = await new Promise((done) => {
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: that it is refused is the point
            done(eval('"run"'))
          } catch {
            done('refused')
          }
        })
      })
      return { require: has('require'), process: has('process'), evaluated }
    })
    expect(found).toEqual({ require: false, process: false, evaluated: 'refused' })
  })

  it('is given no permission', async () => {
    const states = await app.page.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
      return Promise.all(asked.map(async (name) => (await navigator.permissions.query({ name: name as never })).state))
    })
    expect(states.filter((state) => state === 'granted')).toEqual([])
  })

  it('runs with the locks it should have', async () => {
    const locks = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    })
    expect(locks).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
  })

  it('can’t call the main process with rubbish', async () => {
    const answers = await app.page.evaluate(async () => {
      const bridge = window.bridge as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
      const tries = [
        () => bridge.journalState?.('../../etc'),
        () => bridge.journalAppend?.('main', [{ sequence: -1, text: 'x' }]),
        () => bridge.openSample?.('../secret'),
        () => bridge.save?.('anything', '/etc/passwd', 'x'),
      ]
      return Promise.all(
        tries.map((attempt) =>
          attempt()?.then(
            () => 'taken',
            () => 'refused',
          ),
        ),
      )
    })
    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused'])
  })
})
