import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/bridge'
import { makeProfile, type RunningApp, resize, startApp, takeImport } from './app'
import { serious } from './axe'

// The lists, history, gaps, a tool's page and the dialogs: nothing serious for axe, and pictures to look at.

const profile = makeProfile()
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
  await resize(app, 1024, 700)
  await app.command('load-sample-de')
  await takeImport(app.page)
})
afterAll(async () => {
  await app.close()
  profile.remove()
})

const COMMANDS: readonly Command[] = [
  'show-departments',
  'show-functions',
  'show-data-objects',
  'show-flows',
  'show-history',
  'show-gaps',
  'kept-apart',
  'workspaces',
  'palette',
]

it('keeps notes off the line at the bottom', async () => {
  const note = await app.page.locator('.mantine-Notification-root').first().boundingBox()
  const bar = await app.page.locator('footer').boundingBox()
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await app.picture('note-1024')
})

describe('axe finds nothing serious', () => {
  for (const theme of ['theme-light', 'theme-dark'] as const) {
    for (const language of ['language-de', 'language-en'] as const) {
      it(`${theme}, ${language}`, async () => {
        await app.command(theme)
        await app.command(language)
        for (const [width, height] of [
          [1024, 700],
          [1440, 900],
        ] as const) {
          await resize(app, width, height)
          for (const command of COMMANDS) {
            await app.command(command)
            await app.page.waitForTimeout(250)
            await app.picture(`${command}-${theme}-${language}-${width}`)
            expect(await serious(app.page), `${command} at ${width}`).toEqual([])
            await app.page.keyboard.press('Escape')
          }
        }
      })
    }
  }
})
