import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

const FADING_MS = 700
const LOOKS = 3

/**
 * What axe calls serious or critical, each with the first place it was seen. What a second look no longer finds was only
 * on its way in or out: a note that fades has too little contrast for a blink.
 */
export async function serious(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, which the CSP does not bind.
  await page.evaluate(AXE)
  let found = await look(page)
  for (let looks = 1; found.length > 0 && looks < LOOKS; looks++) {
    await page.waitForTimeout(FADING_MS)
    found = await look(page)
  }
  return found
}

async function look(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly Finding[] }> } }
    return (await axe.run()).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ''}`)
}
