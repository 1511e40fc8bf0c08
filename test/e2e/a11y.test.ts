import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/bridge'
import { makeProfile, type RunningApp, resize, settled, startApp, takeImport } from './app'
import { serious } from './axe'

// Every screen, light and dark, in both languages, at the smallest and the usual size: nothing serious for axe.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
})
afterAll(async () => {
  await app.close()
  profile.remove()
})

const SCREENS: readonly Command[] = ['show-inventory', 'show-map', 'show-start']

describe('axe finds nothing serious', () => {
  it('on the empty app', async () => {
    await resize(app, 1024, 700)
    for (const screen of SCREENS) {
      await app.command(screen)
      await app.page.waitForTimeout(200)
      expect(await serious(app.page), screen).toEqual([])
    }
  })

  it('while importing', async () => {
    await app.command('load-sample-de')
    await app.page.getByTestId('import-commit').waitFor()
    await app.page.waitForTimeout(500)
    expect(await serious(app.page)).toEqual([])
    await takeImport(app.page)
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
            expect(await serious(app.page), `${screen} at ${width}`).toEqual([])
          }
        }
      })
    }
  }
})
