import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromKept, type Regression } from './input'
import { brokenLaw } from './laws'

const kept = JSON.parse(readFileSync(join(import.meta.dirname, 'regressions.json'), 'utf8')) as readonly Regression[]

/** What `npm run fuzz` found once. Five seconds is the law; what is well takes milliseconds. */
describe('inputs that once broke a law of the import', () => {
  it('are kept with what they broke', () => {
    for (const { found, seed } of kept) expect([found.length > 0, Number.isInteger(seed)]).toEqual([true, true])
  })

  for (const { found, seed, open, input } of kept) {
    // An open one would only repeat what is known, and a hang takes its time; `npm run fuzz` asks for it every night.
    it.skipIf(open === true)(
      `${open === true ? 'OPEN: ' : ''}${found} (seed ${seed})`,
      () => {
        expect(brokenLaw(fromKept(input))).toBeUndefined()
      },
      5_000,
    )
  }

  it('hold for an ordinary list, so that the laws themselves are well', () => {
    const text = 'Name;Abteilung;Kosten;Schnittstellen zu\nJira;IT;1.200,00 €;Slack\nSlack;Einkauf;;\njira;HR;;\n'
    for (const onto of ['nothing', 'company'] as const) {
      expect(brokenLaw({ name: 'list.csv', bytes: new TextEncoder().encode(text), onto })).toBeUndefined()
    }
  })
})
