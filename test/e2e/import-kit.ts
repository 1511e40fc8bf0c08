import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type RunningApp, settled, takeImport } from './app'

export interface ListFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** What the tests of imports do again and again. `appOf`: the app that runs now; `folder`: where their files lie. */
export function importKit(appOf: () => RunningApp, folder: string) {
  const inFolder = (name: string) => join(folder, name)

  /** Chooses files in the open dialog, as a user does. */
  async function choose(...files: readonly ListFile[]): Promise<void> {
    for (const { name, content } of files) writeFileSync(inFolder(name), content)
    await appOf().electron.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths })
      },
      files.map(({ name }) => inFolder(name)),
    )
  }

  async function open(...files: readonly ListFile[]): Promise<void> {
    await choose(...files)
    await appOf().command('import')
    for (const { name } of files) await appOf().page.getByText(name).first().waitFor()
  }

  /** Drops a file on the window. */
  async function drop(name: string, content: string): Promise<void> {
    await appOf().page.evaluate(
      ([name, content]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([content ?? ''], name ?? ''))
        const target = document.querySelector('main') ?? document.body
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
        }
      },
      [name, content],
    )
  }

  /** Answers the next save dialog, and gives what was written. */
  async function saved(name: string, press: () => Promise<unknown>): Promise<Buffer> {
    const path = inFolder(name)
    await appOf().electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await press()
    await expect.poll(() => existsSync(path), { timeout: 10_000 }).toBe(true)
    return readFileSync(path)
  }

  async function equation(): Promise<string> {
    const shown = appOf().page.getByRole('region', { name: 'What becomes of the rows' })
    await shown.waitFor()
    return (await shown.innerText()).replace(/\s+/g, ' ').trim()
  }

  /** The equation, and that its numbers add up. */
  async function sums(): Promise<string> {
    const text = await equation()
    const [rows = Number.NaN, ...terms] = [...text.matchAll(/\d+/g)].map(Number)
    expect(
      terms.reduce((sum, term) => sum + term, 0),
      text,
    ).toBe(rows)
    return text
  }

  async function commit(): Promise<void> {
    await takeImport(appOf().page)
  }

  async function counts(): Promise<string> {
    await settled(appOf().page)
    return (await appOf().page.locator('footer span').allTextContents()).slice(0, 3).join(' ')
  }

  async function undoAll(): Promise<void> {
    for (let left = 0; left < 20 && !(await counts()).startsWith('0 tools'); left++) {
      const before = await appOf().page.locator('[data-testid=saved]').getAttribute('data-sequence')
      await appOf().command('undo')
      await appOf().page.waitForFunction(
        (old) => document.querySelector('[data-testid=saved]')?.getAttribute('data-sequence') !== old,
        before,
      )
    }
  }

  const tab = (name: RegExp) => appOf().page.getByRole('tab', { name }).click()
  const leave = () => appOf().page.getByRole('button', { name: 'Cancel', exact: true }).click()

  return { inFolder, choose, open, drop, saved, equation, sums, commit, counts, undoAll, tab, leave }
}
