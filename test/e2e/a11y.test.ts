import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/bridge'
import { makeProfile, type RunningApp, resize, settled, startApp } from './app'

// Every screen, light and dark, in both languages, at the smallest and the usual size: nothing serious for axe.

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
})
afterAll(async () => {
  await app.close()
  profile.remove()
})

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe calls serious or critical, each with the first place it was seen. */
async function serious(): Promise<readonly string[]> {
  // Evaluated by the debugger, which the CSP does not bind.
  await app.page.evaluate(AXE)
  const violations = await app.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly Finding[] }> } }
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ''}`)
}

const SCREENS: readonly Command[] = ['show-inventory', 'show-map', 'show-start']

describe('axe finds nothing serious', () => {
  it('on the empty app', async () => {
    await resize(app, 1024, 700)
    for (const screen of SCREENS) {
      await app.command(screen)
      await app.page.waitForTimeout(200)
      expect(await serious(), screen).toEqual([])
    }
  })

  it('while importing', async () => {
    await app.command('load-sample-de')
    await app.page.getByTestId('import-commit').waitFor()
    await app.page.waitForTimeout(500)
    expect(await serious()).toEqual([])
    await app.page.getByTestId('import-commit').click()
    await settled(app.page)
  })

  for (const theme of ['theme-light', 'theme-dark'] as const) {
    for (const language of ['language-de', 'language-en'] as const) {
      it(`with a company in it: ${theme}, ${language}`, async () => {
        await app.command(theme)
        await app.command(language)
        for (const [width, height] of [
          [1024, 700],
          [1440, 900],
        ] as const) {
          await resize(app, width, height)
          for (const screen of SCREENS) {
            await app.command(screen)
            await settled(app.page)
            await app.page.waitForTimeout(300)
            await app.picture(`${screen}-${theme}-${language}-${width}`)
            expect(await serious(), `${screen} at ${width}`).toEqual([])
          }
        }
      })
    }
  }
})
