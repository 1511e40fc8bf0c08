import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningApp, resize } from './app'
import { serious } from './axe'

/** Both languages, both colours, both sizes. */
export async function pictures(app: RunningApp, name: string): Promise<void> {
  const { page } = app
  for (const [language, theme, width, height] of [
    ['de', 'light', 1440, 900],
    ['de', 'dark', 1024, 700],
    ['en', 'dark', 1440, 900],
    ['en', 'light', 1024, 700],
  ] as const) {
    await app.command(`language-${language}`)
    await app.command(`theme-${theme}`)
    await resize(app, width, height)
    await page.waitForTimeout(350)
    await app.picture(`${name}-${language}-${theme}-${width}`)
    expect(await serious(app.page), `${name} ${language} ${theme} ${width}`).toEqual([])
  }
  await resize(app, 1440, 900)
  await app.command('language-de')
  await app.command('theme-light')
  await page.waitForTimeout(200)
}

/** Answers the next save dialog, and gives what was written. */
export async function saved(
  app: RunningApp,
  folder: string,
  name: string,
  press: () => Promise<unknown>,
): Promise<string> {
  const path = join(folder, name)
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await press()
  await app.page.getByText(`Gespeichert als „${name}“`).first().waitFor()
  return readFileSync(path, 'utf8')
}
