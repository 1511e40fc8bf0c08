import { type RunningApp, resize, settled, takeImport } from './app'

/** Shows the English sample on the map, all of it, in light colours. */
export async function openSampleMap(app: RunningApp): Promise<void> {
  await resize(app, 1440, 900)
  // Another scheme than the system's draws everything anew, once.
  await app.command('theme-light')
  await app.command('load-sample-en')
  await takeImport(app.page)
  await app.command('show-map')
  await app.page.locator('.react-flow__node-card').first().waitFor()
  await settled(app.page)
  await app.command('fit')
  await standsStill(app)
}

/** Every node's place on the map, relative to what it lies in, by id; only what is on the screen is there. */
export async function placesOf(app: RunningApp): Promise<Record<string, string>> {
  await app.command('fit')
  await standsStill(app)
  return app.page.evaluate(() => {
    const found: Record<string, string> = {}
    for (const node of document.querySelectorAll<HTMLElement>('.react-flow__node')) {
      found[node.dataset.id ?? ''] = node.style.transform
    }
    return found
  })
}

/** Where something stands on the screen. */
export async function boxOf(app: RunningApp, selector: string) {
  const found = await app.page.locator(selector).first().boundingBox()
  if (found === null) throw new Error(`Not on the screen: ${selector}`)
  return found
}

/**
 * Waits until the map has come to rest: neither its view moves nor do things come on the screen any more, seen three times
 * in a row, because on a busy machine a movement may begin late.
 */
export async function standsStill({ page }: RunningApp): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const view = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform
      return `${view} ${document.querySelectorAll('.react-flow__node').length}`
    })
  let before = ''
  for (let same = 0; same < 2; ) {
    const now = await look()
    same = now === before ? same + 1 : 0
    before = now
    await page.waitForTimeout(200)
  }
}
