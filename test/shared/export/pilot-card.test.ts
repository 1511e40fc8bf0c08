import { fc, it as prop } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type PilotCardWords, pilotCardHtml } from '../../../shared/export/pilot-card'
import { xmlFault } from './well-formed'

const words: PilotCardWords = {
  title: 'Pilot',
  status: 'Draft',
  measure: 'Measured',
  baseline: 'Today',
  criterion: 'Success',
  date: 'Until',
  scalingTrigger: 'Scale when',
  stopTrigger: 'Stop when',
  owner: 'Owner',
  measured: 'Result',
  unsaid: 'not said yet',
  before: 'Before',
  after: 'After',
  figures: 'What it changes',
  direction: 'at most',
}
const options = {
  language: 'en',
  scenario: 'One desk',
  date: '22/11/2026',
  words,
  figures: [{ name: 'Tools', before: '145', after: '139' }],
  formatNumber: String,
  formatDate: (iso: string) => iso,
} as const

describe('the card of a pilot', () => {
  it('says what is known and names what nobody has said', () => {
    const html = pilotCardHtml({ status: 'draft', criterion: 5, unit: 'h', owner: 'Kim' }, options)
    expect(html).toContain('<dt>Success</dt><dd>at most 5 h</dd>')
    expect(html).toContain('<dt>Owner</dt><dd>Kim</dd>')
    expect(html).toContain('<dt>Stop when</dt><dd><i>not said yet</i></dd>')
    expect(html).toContain('<th scope="row">Tools</th><td>145</td><td>139</td>')
  })

  prop.prop([fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })])('takes any text for text', (name, text) => {
    const pilot = { status: 'pilot', measure: text, scalingTrigger: `<script>${text}</script>`, owner: name } as const
    const html = pilotCardHtml(pilot, { ...options, scenario: `<b>${name}`, note: text })
    expect(html).not.toMatch(/<script|<b>/)
    const bare = html.replace('<!doctype html>', '').replace('<meta charset="utf-8">', '')
    expect(xmlFault(bare.trim())).toBeUndefined()
  })
})
