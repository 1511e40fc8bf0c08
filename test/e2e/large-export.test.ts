import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/files/bridge'
import type { PictureAnswer, PictureQuestion } from '../../renderer/river/picture-worker'
import type { PrintOptions } from '../../shared/bridge'
import { pictureSize } from '../../shared/export/picture-size'
import { toMapPageHtml } from '../../shared/export/reports/to-map-page-html'
import { toMapSvg } from '../../shared/export/to-svg'
import { layout } from '../../shared/graph/layout'
import { changing, FULL_LOOK, lookedAt } from '../shared/export/full-look'
import { inputOf, mapOf, sample, wordsOf } from '../shared/export/reports/kit'
import { aCompany } from '../shared/graph/a-company'
import { makeProfile, PICTURES, ROOT, type RunningApp, startApp } from './app'

// Large maps leave as paper and as pictures, and look as small ones do.

const profile = makeProfile()
const folder = mkdtempSync(join(tmpdir(), 'toolscape-large-'))
let app: RunningApp

beforeAll(async () => {
  app = await startApp(profile.folder)
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(folder, { recursive: true, force: true })
})

const A3: PrintOptions = { paper: 'A3', landscape: true }
const input = inputOf(sample('muster-maschinenbau'), 'de')
const words = { language: 'de', t: wordsOf('de'), date: '15.06.2026' } as const

function largeMap(tools: number): string {
  const { graph } = aCompany(tools, 40, tools * 1.5)
  const { t, language } = words
  return toMapSvg(layout(graph, new Map()), { theme: 'light', title: 'Groß', t, language, formatNumber: String })
}

async function print(name: string, html: string): Promise<Buffer> {
  const text = await app.page.evaluate(
    async ([html, options]) => {
      const made = await window.bridge.printPdf(html, options)
      if (!made.ok) throw new Error(made.error.code)
      let text = ''
      for (let at = 0; at < made.value.length; at += 8192)
        text += String.fromCharCode(...made.value.subarray(at, at + 8192))
      return btoa(text)
    },
    [html, A3] as const,
  )
  const pdf = Buffer.from(text, 'base64')
  writeFileSync(join(folder, `${name}.pdf`), pdf)
  return pdf
}

const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length

/** The first page kept as a picture to be looked at. */
function keep(name: string): void {
  mkdirSync(PICTURES, { recursive: true })
  spawnSync('pdftoppm', ['-r', '60', '-l', '1', '-png', join(folder, `${name}.pdf`), join(PICTURES, `large-${name}`)])
}

/** The first page as grey pixels, by a program that has nothing to do with the one that printed. */
function pixels(name: string): Buffer | undefined {
  const [file, out] = [join(folder, `${name}.pdf`), join(folder, name)]
  const done = spawnSync('pdftoppm', ['-r', '150', '-l', '1', '-singlefile', '-gray', file, out])
  return done.status === 0 ? readFileSync(`${out}.pgm`) : undefined
}

/** The mean difference of two pictures, 0–255. */
function difference(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length)
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0))
  return sum / a.length
}

describe('paper', () => {
  it('has dashes as dashes, and looks as if each had been drawn by itself', async () => {
    const html = toMapPageHtml(mapOf(input), { ...words, paper: 'A3' })
    // Written in another way they are not taken for ours.
    const slow = html.replace(/stroke-dasharray="([\d.]+) /g, 'stroke-dasharray="$1,')
    const [fast, drawn] = [await print('dashes', html), await print('shapes', slow)]
    const dashes = [...fast.toString('latin1').matchAll(/\/D \[\[([\d. ]+)\] 0\]/g)].map(([, dash]) => dash)
    expect(dashes).toContain('0.1 5')
    expect(dashes).toContain('6 4')
    expect(drawn.includes('/D [[')).toBe(false)
    expect(fast.length).toBeLessThan(drawn.length)
    keep('dashes')
    const [one, other] = [pixels('dashes'), pixels('shapes')]
    if (one === undefined || other === undefined) return
    expect(difference(one, other)).toBeLessThan(0.5)
    // And not because nothing is seen of them.
    await print('solid', html.replace(/ stroke-dasharray="[^"]*"/g, ''))
    expect(difference(one, pixels('solid') as Buffer)).toBeGreaterThan(3 * difference(one, other))
  })

  it('shows on its sheets what a look shows', async () => {
    const svg = lookedAt(changing(input.inventory), FULL_LOOK)
    const html = toMapPageHtml(svg, {
      ...words,
      paper: 'A3',
      tiled: true,
      company: { name: 'Größe & Söhne', colour: '#A21C66' },
    })
    expect(pagesOf(await print('look-tiles', html))).toBe([...html.matchAll(/class="tile"/g)].length)
    // Each card is on the sheets that it lies on, not on all.
    const cards = [...svg.matchAll(/data-kind="tool"/g)].length
    expect([...html.matchAll(/data-kind="tool"/g)].length).toBeLessThan(2 * cards)
    keep('look-tiles')
  })

  it('takes a map of 3,000 tools, on one sheet and on nine', async () => {
    const svg = largeMap(3_000)
    const whole = await print('3000', toMapPageHtml(svg, { ...words, paper: 'A3' }))
    expect(pagesOf(whole)).toBe(1)
    expect(whole.length).toBeLessThan(6_000_000)
    const tiles = await print('3000-tiles', toMapPageHtml(svg, { ...words, paper: 'A0', tiled: true }))
    expect(pagesOf(tiles)).toBe(9)
    keep('3000')
    keep('3000-tiles')
  })
})

describe('pictures', () => {
  /** Painted by the app's worker and drawn as an image by the browser; gives back how much they differ, 0–255. */
  async function compared(name: string, svg: string, scale: 1 | 2, ground?: string) {
    const worker = readdirSync(join(ROOT, 'dist/renderer/assets')).find((file) => file.startsWith('picture-worker-'))
    const question: PictureQuestion = {
      svg,
      size: pictureSize(svg, scale),
      ...(ground === undefined ? {} : { ground }),
    }
    const seen = await app.page.evaluate(
      async ([address, question]) => {
        const worker = new Worker(address, { type: 'module' })
        const { bytes } = await new Promise<PictureAnswer>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = (event) => reject(new Error(event.message))
          worker.postMessage(question)
        })
        worker.terminate()
        if (bytes === undefined) return undefined
        const { width, height } = question.size
        const painted = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const image = new Image(width, height)
        image.src = URL.createObjectURL(new Blob([question.svg], { type: 'image/svg+xml' }))
        await image.decode()
        const pixels = (picture: ImageBitmap | HTMLImageElement) => {
          const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
          context.drawImage(picture, 0, 0, width, height)
          return context.getImageData(0, 0, width, height).data
        }
        const [one, other] = [pixels(painted), pixels(image)]
        let sum = 0
        for (let at = 0; at < one.length; at++) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
        let text = ''
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
        return { drawn: [painted.width, painted.height], difference: sum / one.length, png: btoa(text) }
      },
      [`./assets/${worker}`, question] as const,
    )
    if (seen === undefined) throw new Error('not painted')
    mkdirSync(PICTURES, { recursive: true })
    writeFileSync(join(PICTURES, `large-painted-${name}.png`), Buffer.from(seen.png, 'base64'))
    expect(seen.drawn).toEqual([question.size.width, question.size.height])
    return seen.difference
  }

  it('are painted as an SVG reader draws them', async () => {
    expect(await compared('sample', mapOf(input), 2, '#ffffff')).toBeLessThan(2)
    expect(await compared('sample-1', mapOf(inputOf(sample('northfield-services'), 'en')), 1, '#ffffff')).toBeLessThan(
      3,
    )
  })

  it('are painted with everything that a look puts on them, on a ground and on none', async () => {
    const seen = changing(input.inventory)
    expect(await compared('look', lookedAt(seen, FULL_LOOK), 2, '#ffffff')).toBeLessThan(2)
    // Without a ground what shows through is as transparent, and what lies beneath nothing is nothing.
    for (const theme of ['light', 'dark'] as const) {
      const svg = lookedAt(seen, FULL_LOOK, { theme, transparent: true })
      expect(await compared(`look-${theme}-transparent`, svg, 1)).toBeLessThan(3)
    }
  })

  it('are painted of 1,000 tools: their dashes begin elsewhere, nothing else differs', async () => {
    const svg = largeMap(1_000)
    expect(await compared('1000', svg, 1, '#ffffff')).toBeLessThan(8)
    expect(await compared('1000-solid', svg.replace(/ stroke-dasharray="[^"]*"/g, ''), 1, '#ffffff')).toBeLessThan(2)
  })

  it('are not painted of anything else than a map of ours', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><image/></svg>'
    await expect(compared('other', svg, 1)).rejects.toThrow('not painted')
  })
})
