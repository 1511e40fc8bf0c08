import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/files/bridge'
import type { Picture, PngOptions } from '../../renderer/river/picture'
import type { PrintError, PrintOptions } from '../../shared/bridge'
import { toBookHtml } from '../../shared/export/reports/to-book-html'
import { toMapPageHtml } from '../../shared/export/reports/to-map-page-html'
import { toSummaryHtml } from '../../shared/export/reports/to-summary-html'
import type { Inventory } from '../../shared/inventory/inventory'
import type { Result } from '../../shared/result'
import { anInventory } from '../builders'
import { inputOf, mapOf, sample } from '../shared/export/reports/kit'
import { makeProfile, PICTURES, ROOT, type RunningApp, startApp } from './app'

// PDFs and pictures as the real app makes them: pages, paper, text, and nothing that runs or leaves.

const profile = makeProfile()
const folder = mkdtempSync(join(tmpdir(), 'toolscape-print-'))
let app: RunningApp
let blockedBefore = 0

beforeAll(async () => {
  app = await startApp(profile.folder)
  blockedBefore = await blocked()
})
afterEach(() => expect(app.complaints).toEqual([]))
afterAll(async () => {
  await app.close()
  profile.remove()
  rmSync(folder, { recursive: true, force: true })
})

const A4: PrintOptions = { paper: 'A4', landscape: false }
const blocked = () =>
  app.electron.evaluate(() => (globalThis as { toolscapeBlockedRequests?: number }).toolscapeBlockedRequests ?? -1)
const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Prints in the app; the bytes come back through the same door that the page uses. */
async function print(html: string, options: PrintOptions): Promise<Result<Buffer, PrintError>> {
  const printed = await app.page.evaluate(
    async ([html, options]) => {
      const made = await window.bridge.printPdf(html, options)
      if (!made.ok) return made
      let text = ''
      for (let at = 0; at < made.value.length; at += 8192)
        text += String.fromCharCode(...made.value.subarray(at, at + 8192))
      return { ok: true as const, value: btoa(text) }
    },
    [html, options] as const,
  )
  return printed.ok ? { ok: true, value: Buffer.from(printed.value, 'base64') } : printed
}

interface Pdf {
  readonly pages: number
  /** Millimetres of the first page. */
  readonly width: number
  readonly height: number
  /** The text, where a program that reads it is installed. */
  readonly text: string | undefined
}

/** Prints and reads back; with the tools at hand the pages are kept as pictures. */
async function pdf(name: string, html: string, options: PrintOptions, pictures = 2): Promise<Pdf> {
  const printed = await print(html, options)
  if (!printed.ok) throw new Error(printed.error.code)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, printed.value)
  mkdirSync(PICTURES, { recursive: true })
  // An A0 is read well enough from a smaller picture.
  const resolution = options.paper === 'A0' ? '25' : '60'
  spawnSync('pdftoppm', ['-r', resolution, '-l', String(pictures), '-png', file, join(PICTURES, `print-${name}`)])
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 100_000_000 })
  const raw = printed.value.toString('latin1')
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(raw)
  const millimetres = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72)
  return {
    pages: [...raw.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    width: millimetres(box?.[1]),
    height: millimetres(box?.[2]),
    text: read.status === 0 ? read.stdout.replace(/\s+/g, ' ') : undefined,
  }
}

const companies = [
  {
    language: 'de',
    name: 'muster-maschinenbau',
    umlauts: ['Die Softwarelandschaft', 'Künstliche Intelligenz', 'Überschneidungen'],
  },
  {
    language: 'en',
    name: 'northfield-services',
    umlauts: ['The software landscape', 'Artificial intelligence', 'Overlaps'],
  },
] as const

describe.each(companies)('paper, in $language', ({ language, name, umlauts: [title, ai, overlaps] }) => {
  const input = inputOf(sample(name), language, { company: { name: 'Größe & Söhne <AG>', colour: '#0C8075' } })
  const mapSvg = mapOf(input)
  const tools = [...input.inventory.tools.values()]

  it('prints the summary on two A4 pages', async () => {
    const printed = await pdf(`summary-${language}`, toSummaryHtml({ ...input, mapSvg }), A4)
    expect(printed).toMatchObject({ pages: 2, width: 210, height: 297 })
    if (printed.text === undefined) return
    for (const words of [title, ai, 'Größe & Söhne <AG>']) expect(printed.text).toContain(words)
    // The map is drawn as text, not as a photograph.
    expect(tools.filter((tool) => tool.name.length < 12 && printed.text?.includes(tool.name)).length).toBeGreaterThan(
      20,
    )
  })

  it('prints every department of the book', async () => {
    const printed = await pdf(`book-${language}`, toBookHtml(input), A4, 3)
    expect(printed).toMatchObject({ width: 210, height: 297 })
    expect(printed.pages).toBeGreaterThan(tools.length / 8)
    if (printed.text === undefined) return
    for (const { name } of input.inventory.departments.values()) expect(printed.text).toContain(name)
    expect(printed.text).toContain(overlaps)
  })

  it('prints the map on A4, A3 and A0, each on one page, and on nine sheets', async () => {
    for (const [paper, width, height] of [
      ['A4', 297, 210],
      ['A3', 420, 297],
      ['A0', 1189, 841],
    ] as const) {
      const html = toMapPageHtml(mapSvg, { ...input, paper, filters: ['Größe > 5'] })
      const printed = await pdf(`map-${paper}-${language}`, html, { paper, landscape: true })
      expect(printed).toMatchObject({ pages: 1, width, height })
      if (printed.text !== undefined) expect(printed.text).toContain('Größe > 5')
    }
    const tiles = await pdf(
      `map-tiles-${language}`,
      toMapPageHtml(mapSvg, { ...input, paper: 'A0', tiled: true }),
      { paper: 'A3', landscape: true },
      9,
    )
    expect(tiles).toMatchObject({ pages: 9, width: 420, height: 297 })
  })
})

/** A company whose every name is as long as names get, with more of everything than two pages can hold. */
function crowded(): Inventory {
  const builder = anInventory()
  const long = (what: string, at: number) => `${what} für Überwachungs- und Qualitätssicherungsaufgaben Nummer ${at}`
  const currencies = ['EUR', 'USD', 'GBP', 'CHF']
  for (let at = 0; at < 240; at++) {
    builder.tool(long('Werkzeug', at), {
      functions: [long('Aufgabe', at % 12)],
      owner: long('Abteilung', at % 20),
      usedBy: [long('Abteilung', (at * 7) % 20)],
      ai: (['embedded', 'dedicated', 'unknown'] as const)[at % 3] ?? 'unknown',
      ...(at % 2 === 0 ? { annualCost: { minor: 1_234_567_800, currency: currencies[at % 4] ?? 'EUR' } } : {}),
    })
  }
  for (let at = 0; at < 90; at++) {
    const method = (['by-hand', 'unknown'] as const)[at % 2] ?? 'unknown'
    builder.flow(
      long('Werkzeug', at),
      long('Werkzeug', at + 12),
      at % 4 === 0 ? { method, hoursPerMonth: 7.5 } : { method },
    )
  }
  return builder.build()
}

describe('a summary of too much', () => {
  it.each(['de', 'en'] as const)('stays on two pages, in %s', async (language) => {
    const input = inputOf(crowded(), language, {
      company: { name: 'Vereinigte Maschinen- und Anlagenbaugesellschaft mit sehr langem Namen', colour: '#B4237A' },
      filters: ['Abteilung: Einkauf, Verkauf und Lager', 'Status: aktiv', 'mit mehr als 100 Nutzern'],
    })
    const printed = await pdf(`crowded-${language}`, toSummaryHtml({ ...input, mapSvg: mapOf(input) }), A4)
    expect(printed.pages).toBe(2)
    if (printed.text !== undefined) expect(printed.text).toMatch(/(?:Seite 2 von 2|Page 2 of 2)/)
  })
})

describe('what is printed', () => {
  it('runs nothing, fetches nothing, and is gone afterwards', async () => {
    const hostile = [
      '<!doctype html><meta http-equiv="refresh" content="0;url=https://example.com/">',
      '<link rel="stylesheet" href="https://example.com/x.css"><style>@import "https://example.com/y.css";p{background:url(https://example.com/z.png)}</style>',
      '<p id="p">unchanged</p><img src="https://example.com/x.png" onerror="p.textContent=1">',
      '<iframe src="https://example.com/"></iframe><object data="app://toolscape/index.html"></object>',
      '<img src="app://toolscape/index.html"><script>p.textContent="changed"</script><script src="app://toolscape/index.html"></script>',
    ].join('')
    const printed = await pdf('hostile', hostile, A4, 1)
    expect(printed.pages).toBe(1)
    if (printed.text !== undefined) expect(printed.text.trim()).toContain('unchanged')
    expect(await blocked()).toBe(blockedBefore)
    expect(await windows()).toBe(1)
  })

  it('has a window without scripts, Node, preload or files', async () => {
    const seen = app.electron.evaluate(
      ({ app }) =>
        new Promise<unknown>((done) => {
          app.once('web-contents-created', (_event, contents) => {
            contents.once('did-finish-load', () => {
              const preferences = (
                contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
              ).getLastWebPreferences()
              const { javascript, sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, preload } =
                preferences
              done({
                ...{ javascript, sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity, preload },
                stored: contents.session.isPersistent(),
                address: contents.getURL().replace(/[0-9a-f-]{36}$/, 'ID'),
              })
            })
          })
        }),
    )
    const made = print('<!doctype html><p>x</p>', A4)
    expect(await seen).toEqual({
      ...{ javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
      ...{ webviewTag: false, webSecurity: true, preload: undefined },
      stored: false,
      address: 'app://print/ID',
    })
    expect((await made).ok).toBe(true)
  })

  it('waits in line, and each gets its own page', async () => {
    const made = await Promise.all(
      ['A4', 'A3', 'A0'].map((paper) => print('<!doctype html><p>x</p>', { paper, landscape: true } as PrintOptions)),
    )
    expect(made.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await windows()).toBe(1)
  })

  it('is refused above 64 MB, with the figures', async () => {
    const code = await app.page.evaluate(async () => {
      const made = await window.bridge.printPdf('x'.repeat(64 * 1024 * 1024 + 1), { paper: 'A4', landscape: false })
      return made.ok ? 'printed' : made.error
    })
    expect(code).toEqual({ code: 'print-too-large', megabytes: 65, limit: 64 })
  })

  it('cannot be asked for by the page itself', async () => {
    const answer = await app.page.evaluate(() =>
      fetch('app://print/x').then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    expect(answer).toBe('refused')
    // The refusal by the page's policy is what was wanted; the next test starts without it.
    ;(app.complaints as string[]).length = 0
  })
})

describe('pictures', () => {
  const input = inputOf(sample('northfield-services'), 'en')

  beforeAll(async () => {
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      root: ROOT,
      build: {
        write: false,
        minify: false,
        lib: { entry: join(ROOT, 'renderer', 'river', 'picture.ts'), formats: ['iife'], name: 'picture' },
      },
    })
    const chunks = (Array.isArray(result) ? result : [result]) as readonly { output: readonly { code?: string }[] }[]
    await app.page.evaluate(`${chunks[0]?.output[0]?.code ?? ''};window.picture = picture`)
  })

  /** Draws in the app's page; gives back the size, what a PNG reader finds in it, and the colour of the upper left corner. */
  async function draw(svg: string, options: PngOptions) {
    return app.page.evaluate(
      async ([svg, options]) => {
        const { pngOf } = (
          window as unknown as {
            picture: { pngOf(s: string, o: PngOptions): Promise<Result<Picture, { code: string }>> }
          }
        ).picture
        const made = await pngOf(svg, options)
        if (!made.ok) return made.error
        const { bytes, ...size } = made.value
        const drawn = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }))
        const canvas = new OffscreenCanvas(1, 1)
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
        context.drawImage(drawn, 0, 0)
        const corner = [...context.getImageData(0, 0, 1, 1).data]
        // One column from top to bottom: a seam between two strips would be a second colour.
        const column = new OffscreenCanvas(1, drawn.height)
        const down = column.getContext('2d') as OffscreenCanvasRenderingContext2D
        down.drawImage(drawn, -Math.floor(drawn.width / 2), 0)
        const colours = new Set(new Uint32Array(down.getImageData(0, 0, 1, drawn.height).data.buffer)).size
        let text = ''
        for (let at = 0; at < Math.min(bytes.length, 20_000_000); at += 8192)
          text += String.fromCharCode(...bytes.subarray(at, at + 8192))
        return { ...size, drawn: [drawn.width, drawn.height], corner, colours, png: btoa(text) }
      },
      [svg, options] as const,
    )
  }

  it('have the size of the map times the scale', async () => {
    const svg = mapOf(input)
    const [, width, height] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number) as [number, number, number]
    for (const scale of [1, 2] as const) {
      const made = await draw(svg, { scale })
      if ('code' in made) throw new Error(made.code)
      expect(made).toMatchObject({ width: width * scale, height: height * scale, scale })
      expect(made.drawn).toEqual([width * scale, height * scale])
      expect(made.corner).toEqual([0xf6, 0xf7, 0xf9, 255])
      if (scale === 1) writeFileSync(join(PICTURES, 'print-map.png'), Buffer.from(made.png, 'base64'))
    }
  })

  it('let through what lies beneath when they are transparent', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect x="5" width="5" height="5"/></svg>'
    expect(await draw(svg, { scale: 4, transparent: true })).toMatchObject({
      width: 40,
      height: 80,
      corner: [0, 0, 0, 0],
    })
    expect(await draw(svg, { scale: 4 })).toMatchObject({ corner: [255, 255, 255, 255] })
  })

  it('are put together from strips without a seam', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000"><rect width="4000" height="3000" fill="#102030"/></svg>'
    expect(await draw(svg, { scale: 1 })).toMatchObject({ width: 4000, height: 3000, colours: 1 })
  })

  it('are drawn smaller than wished where they would be too large, and say why', async () => {
    const wide =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="100" viewBox="0 0 10000 100"><rect width="10000" height="100" fill="#102030"/></svg>'
    expect(await draw(wide, { scale: 4 })).toMatchObject({
      width: 16_384,
      height: 163,
      reduced: 'side',
      corner: [16, 32, 48, 255],
    })
  })

  it('run nothing that an SVG may hold, and say when it is none', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="window.hit=1"><script>window.hit=1</script><image href="https://example.com/x.png"/></svg>'
    expect(await draw(svg, { scale: 1 })).toMatchObject({ width: 9 })
    expect(await draw('<svg width="9" height="9"><broken', { scale: 1 })).toEqual({ code: 'picture-failed' })
    expect(await app.page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await blocked()).toBe(blockedBefore)
  })
})
