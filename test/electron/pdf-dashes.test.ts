import { describe, expect, it } from 'vitest'
import { planDashes, withDashes } from '../../electron/pdf-dashes'

const state = (limit: number) => `<</CA 1\n/ca 1\n/LC 0\n/LJ 0\n/LW 1.5\n/ML ${limit}\n/SA true\n/BM /Normal>>`

/** A PDF of these objects, with a table of where they are. Bytes that are no text stand in its first one. */
function pdfOf(...objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n%\xD3\xEB\xE9\xE1\n'
  const starts = objects.map((object, at) => {
    const start = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  const trailer = `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R\n/ID [<00FF> <00FF>]>>\nstartxref\n${text.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text + table + trailer, 'latin1'))
}

/** The objects as a reader finds them that follows the tables from the end of the file. */
function read(pdf: Uint8Array): ReadonlyMap<number, string> {
  const text = Buffer.from(pdf).toString('latin1')
  const found = new Map<number, string>()
  let at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  for (;;) {
    const [table = ''] = /^xref\n[\s\S]*?%%EOF/.exec(text.slice(at)) ?? []
    expect(table).not.toBe('')
    for (const [, first = '', , rows = ''] of table.matchAll(/(?<=\n)(\d+) (\d+)\n((?:\d{10} \d{5} [nf] \n)+)/g)) {
      for (const [index, row] of rows.trimEnd().split('\n').entries()) {
        const [offset, , use] = row.split(' ')
        const id = Number(first) + index
        if (use !== 'n' || found.has(id)) continue
        const [, number, body = ''] = /^(\d+) 0 obj\n([\s\S]*?)\nendobj/.exec(text.slice(Number(offset))) ?? []
        expect(Number(number)).toBe(id)
        found.set(id, body)
      }
    }
    const before = /\/Prev (\d+)/.exec(table)?.[1]
    if (before === undefined) return found
    at = Number(before)
  }
}

const HTML =
  '<svg><path stroke-dasharray="6 4"/><path stroke-dasharray="0.1 5"/><path stroke-dasharray="6 4"/><text>stroke-dasharray="9 9</text></svg>'

describe('dashed lines of a page that is printed', () => {
  it('are planned once per kind of dash, and not at all where there are none', () => {
    const plan = planDashes(HTML)
    expect([...(plan?.dashes.values() ?? [])]).toEqual(['6 4', '0.1 5'])
    for (const [limit, dashes] of plan?.dashes ?? [])
      expect(plan?.css).toContain(
        `[stroke-dasharray="${dashes}"]{stroke-dasharray:none!important;stroke-miterlimit:${limit}!important}`,
      )
    expect(planDashes('<p>stroke</p>')).toBeUndefined()
    const many = Array.from({ length: 33 }, (_, at) => `<path stroke-dasharray="${at + 1} 1"/>`)
    expect(planDashes(many.join(''))).toBeUndefined()
  })

  it('are dashed by the graphics states that the plan tells; the others say that they are solid', () => {
    const plan = planDashes(HTML)
    if (plan === undefined) throw new Error('no plan')
    const [first = 0, second = 0] = [...plan.dashes.keys()]
    const before = pdfOf('<</Type /Catalog>>', state(first), '<</ca 1\n/BM /Normal>>', state(4), state(second))
    const after = withDashes(before, plan)
    if (after === undefined) throw new Error('not understood')
    expect(after.subarray(0, before.length)).toEqual(before)
    const objects = read(after)
    expect(objects.get(1)).toBe('<</Type /Catalog>>')
    expect(objects.get(2)).toContain('/D [[6 4] 0]>>')
    expect(objects.get(2)).toContain('/ML 4\n')
    expect(objects.get(3)).toBe('<</ca 1\n/BM /Normal>>')
    expect(objects.get(4)).toContain('/D [[] 0]>>')
    expect(objects.get(5)).toContain('/D [[0.1 5] 0]>>')
    expect(objects.size).toBe(5)
  })

  it('are left to the slow way where the PDF is another than expected', () => {
    const plan = planDashes(HTML)
    if (plan === undefined) throw new Error('no plan')
    const [first = 0, second = 0] = [...plan.dashes.keys()]
    // One of the two is missing.
    expect(withDashes(pdfOf('<</Type /Catalog>>', state(first), state(4)), plan)).toBeUndefined()
    // A file without a table at its end.
    const whole = pdfOf('<</Type /Catalog>>', state(first), state(second))
    expect(withDashes(whole, plan)).toBeDefined()
    expect(withDashes(whole.subarray(0, whole.length - 20), plan)).toBeUndefined()
    expect(withDashes(new Uint8Array(), plan)).toBeUndefined()
  })
})
