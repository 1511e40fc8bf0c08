import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { View } from '../../shared/inventory/remembered'
import { wellFormed } from '../fixtures/well-formed'
import { headless, ROOT } from './app'

// Saved views by the command line: every picture shows what the view shows and names its filters; everything else is whole.

const SAMPLE = join(ROOT, 'assets', 'samples', 'muster-maschinenbau')
const LISTS = ['anwendungen', 'abteilungen', 'schnittstellen'].map((name) => join(SAMPLE, `${name}.csv`))
const folder = mkdtempSync(join(tmpdir(), 'toolscape-views-'))
const at = (name: string) => join(folder, name)
const noteless = (stderr: string) => stderr.replace(/^note: .*\n/gm, '')
const text = (name: string) => readFileSync(at(name), 'utf8')

async function run(args: readonly string[]) {
  const { code, stderr } = await headless([...args, '--lang', 'de'])
  return { code, stderr: noteless(stderr).trim() }
}

const OF_ALL = ['tools', 'flows', 'departments', 'sql', 'report'] as const
const FILTERS = ['Status nur aktiv', 'Datenflüsse nur Von Hand, Datei']

beforeAll(async () => {
  const files = LISTS.flatMap((file) => ['--import', file])
  expect(await run([...files, '--export', `workspace=${at('plain.json')}`])).toEqual({ code: 0, stderr: '' })
  const snapshot = JSON.parse(text('plain.json')) as { tables: Record<string, unknown[]> }
  const views: View[] = [
    {
      id: 'v9.1' as never,
      name: 'Was von Hand läuft',
      order: 1,
      look: {
        arrangement: { by: 'function' },
        colourBy: 'contractEnd',
        sizeBy: 'users',
        filters: [{ attribute: 'status', values: ['active'] }],
        methods: ['by-hand', 'file'],
        overlaps: false,
      },
    },
    {
      id: 'v9.2' as never,
      name: 'Landschaft 2028',
      order: 2,
      look: {
        arrangement: { by: 'department' },
        colourBy: 'status',
        filters: [],
        overlaps: true,
        at: '2028-01-01',
      },
    },
  ]
  snapshot.tables.views = views
  snapshot.tables.preferences = [{ id: 'company', values: { name: 'Müller & Söhne <AG>', colour: '#A21C66' } }]
  writeFileSync(at('views.json'), JSON.stringify(snapshot))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const VIEWS = () => ['--import', at('views.json')]

describe('a saved view by its title', () => {
  it('decides every picture, which names its filters; everything else stays whole', async () => {
    const kinds = {
      map: 'v.svg',
      png: 'v.png',
      pdf: 'v.pdf',
      drawio: 'v.drawio',
      mermaid: 'v.mmd',
      deck: 'v.pptx',
      summary: 'v-summary.pdf',
      'summary-html': 'v-summary.html',
    }
    const wanted = [
      ...Object.entries(kinds).map(([kind, file]) => `${kind}=${at(file)}`),
      ...OF_ALL.map((kind) => `${kind}=${at(`v-${kind}`)}`),
    ]
    // Titles are found however they are written.
    const ran = await run([...VIEWS(), '--view', 'was von HAND läuft', '--export', ...wanted])
    expect(ran).toEqual({ code: 0, stderr: '' })
    const svg = text('v.svg')
    expect(wellFormed(svg)).toBeUndefined()
    const said = svg.replace(/<\/text><text[^>]*>/g, ' ')
    for (const word of ['Müller &amp; Söhne &lt;AG&gt; – Was von Hand läuft', 'Nach Funktion', ...FILTERS]) {
      expect(said).toContain(word)
    }
    for (const word of ['Farbe: Vertragsende', 'Größe: Nutzer', '>Vertragsende<', '>Nutzer<']) {
      expect(svg).toContain(word)
    }
    expect(svg).toContain('data-id="fn:')
    for (const method of ['API', 'Middleware', 'Weg unbekannt']) expect(svg).not.toContain(`: ${method}`)
    // What isn't active isn't there, and no ring is.
    expect(svg).not.toContain('width="208" height="72"')
    for (const file of ['v.drawio', 'v.mmd', 'v-summary.html']) {
      for (const word of ['Nach Funktion', ...FILTERS]) expect(text(file), file).toContain(word)
    }
    expect(wellFormed(text('v.drawio'))).toBeUndefined()
    const slides = Object.entries(unzipSync(new Uint8Array(readFileSync(at('v.pptx')))))
    const page = (number: number) =>
      strFromU8(slides.find(([name]) => name === `ppt/slides/slide${number}.xml`)?.[1] ?? new Uint8Array())
    for (const word of ['Was von Hand läuft', 'Nach Funktion', ...FILTERS]) expect(page(2)).toContain(word)
    expect(page(2)).toMatch(/srgbClr/)
    // The other pages count everything, and say so.
    expect(page(1)).toContain('ohne Filter')
    expect(page(1)).toContain('Müller &amp; Söhne &lt;AG&gt;')
    expect(strFromU8(slides.find(([name]) => name.startsWith('ppt/theme/'))?.[1] ?? new Uint8Array())).toContain(
      'A21C66',
    )
    expect(text('v-summary.html')).toContain('--company:#A21C66')
    for (const file of ['v.pdf', 'v-summary.pdf']) {
      const read = spawnSync('pdftotext', ['-layout', at(file), '-'], { encoding: 'utf8' })
      if (read.status !== 0) continue
      const words = read.stdout.replace(/\s+/g, ' ')
      for (const word of ['Nach Funktion', 'Status nur aktiv']) expect(words, file).toContain(word)
    }
    const plain = await run([...VIEWS(), '--export', ...OF_ALL.map((kind) => `${kind}=${at(`all-${kind}`)}`)])
    expect(plain).toEqual({ code: 0, stderr: '' })
    for (const kind of OF_ALL) expect(text(`v-${kind}`), kind).toBe(text(`all-${kind}`))
  })

  it('of a date shows ghosts of what has gone', async () => {
    const ran = await run([...VIEWS(), '--view', 'Landschaft 2028', '--export', `map=${at('2028.svg')}`])
    expect(ran).toEqual({ code: 0, stderr: '' })
    expect(text('2028.svg')).toMatch(/Landschaft am 01\.01\.2028: \+\d+ −[1-9]\d* gegenüber heute/)
    expect(text('2028.svg')).toMatch(/ fill="none"[^>]* stroke-dasharray="6 4"\/>.* (?:fill|stroke)-opacity="0.4"/)
  })

  it('hides its title and telling filters when names are hidden', async () => {
    const wanted = `map=${at('hidden.svg')}`
    const ran = await run([...VIEWS(), '--pseudonymise', '--view', 'Was von Hand läuft', '--export', wanted])
    expect(ran).toEqual({ code: 0, stderr: '' })
    expect(text('hidden.svg')).not.toMatch(/Was von Hand läuft|Müller/)
    expect(text('hidden.svg')).toContain('Nach Funktion')
  })

  it('that there isn’t is said with those that there are', async () => {
    const none = at('none.svg')
    expect(await run([...VIEWS(), '--view', 'Verträge', '--export', `map=${none}`])).toEqual({
      code: 1,
      stderr:
        'toolscape: Es gibt keine gespeicherte Ansicht „Verträge“. Vorhanden sind: „Was von Hand läuft“, „Landschaft 2028“',
    })
    const empty = await run(['--import', at('plain.json'), '--view', 'Verträge', '--export', `map=${none}`])
    expect(empty.code).toBe(1)
    expect(empty.stderr).toContain('gar keine gespeichert')
    expect(existsSync(none)).toBe(false)
  })
})

describe('how pictures are made', () => {
  const png = (name: string) => {
    const bytes = readFileSync(at(name))
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), alpha: bytes[25] === 6 || bytes[25] === 4 }
  }

  it('a PNG has its scale and its ground, and says when it would be too large', async () => {
    const wanted = ['--export', `map=${at('s.svg')}`, `png=${at('s1.png')}`]
    expect(await run([...VIEWS(), '--scale', '1', '--transparent', ...wanted])).toEqual({ code: 0, stderr: '' })
    const sides = /width="([\d.]+)" height="([\d.]+)"/.exec(text('s.svg'))
    expect(png('s1.png').width).toBe(Math.floor(Number(sides?.[1])))
    expect(png('s1.png').alpha).toBe(true)
    expect(text('s.svg')).not.toContain('fill="#F6F7F9"/><g')
    const large = await run([...VIEWS(), '--scale', '4', '--export', `png=${at('s4.png')}`])
    expect(large.code).toBe(0)
    expect(large.stderr).toMatch(
      /^toolscape: Mit [\d,]+× statt 4× gezeichnet: Ein Bild hat höchstens 64 Millionen Pixel/,
    )
    const { width, height } = png('s4.png')
    expect(width * height).toBeLessThanOrEqual(64_000_000)
    expect(width).toBeGreaterThan(2 * png('s1.png').width)
  })

  it('a PDF has its paper, on one sheet or over several', async () => {
    const box = (name: string) => {
      const raw = readFileSync(at(name), 'latin1')
      const found = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(raw)
      const millimetres = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72)
      return {
        pages: [...raw.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
        size: [millimetres(found?.[1]), millimetres(found?.[2])],
      }
    }
    const pdf = async (name: string, ...more: readonly string[]) => {
      expect(await run([...VIEWS(), ...more, '--export', `pdf=${at(name)}`])).toEqual({ code: 0, stderr: '' })
      return box(name)
    }
    expect(await pdf('fit.pdf', '--paper', 'a4')).toEqual({ pages: 1, size: [297, 210] })
    const tiles = await pdf('tiles.pdf', '--paper', 'A3', '--tiles')
    expect(tiles.size).toEqual([420, 297])
    expect(tiles.pages).toBeGreaterThan(3)
    expect(tiles.pages).toBeLessThanOrEqual(9)
  })

  it('what can’t be is refused in one line, and so is what would have no effect', async () => {
    // In English: a command line that isn't understood has no language yet.
    for (const [args, line] of [
      [['--scale', '5', '--export', `png=${at('x.png')}`], 'Unknown scale: 5 (possible: 1, 2, 3, 4)'],
      [['--paper', 'A5', '--export', `pdf=${at('x.pdf')}`], 'Unknown paper: A5 (possible: A4, A3, A0)'],
      [
        ['--tiles', '--export', `png=${at('x.png')}`],
        '--tiles says nothing here: it is about pdf, and none of these is exported',
      ],
    ] as const) {
      expect(await run([...VIEWS(), ...args])).toEqual({ code: 1, stderr: `toolscape: ${line}` })
    }
  })
})
