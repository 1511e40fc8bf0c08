import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningApp, resize } from './app'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
    expect(await serious(app), `${name} ${language} ${theme} ${width}`).toEqual([])
  }
  await resize(app, 1440, 900)
  await app.command('language-de')
  await app.command('theme-light')
  await page.waitForTimeout(200)
}

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe calls serious or critical, each with the first place it was seen. */
export async function serious(app: RunningApp): Promise<readonly string[]> {
  await app.page.evaluate(AXE)
  const violations = await app.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly Finding[] }> } }
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ''}`)
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
