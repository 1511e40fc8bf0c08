import { fc, it as prop } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { applyChange, invertRows, type RowChange } from '../../../shared/inventory/change'
import {
  addScenario,
  changePilot,
  describeScenario,
  duplicateScenario,
  leaveBundle,
  removeScenario,
  takeBundle,
  withDecision,
} from '../../../shared/inventory/edit-scenario'
import { changeVerdict, decide, removeVerdict } from '../../../shared/inventory/edit-verdict'
import { idSource } from '../../../shared/inventory/ids'
import type { Inventory } from '../../../shared/inventory/inventory'
import { JUDGEMENTS, type ToolId } from '../../../shared/inventory/nouns'
import { PILOT_STATUSES, type Scenario, type ScenarioId, type TakenBundle } from '../../../shared/inventory/scenario'
import { anInventory, toolId } from '../../builders'

const company = anInventory().tool('Jira').tool('OTRS').tool('Zammad').build()
const [jira, otrs, zammad] = ['Jira', 'OTRS', 'Zammad'].map((name) => toolId(company, name)) as [ToolId, ToolId, ToolId]
const ticketing: TakenBundle = { functionKey: 'f1.1', target: { tool: jira }, decisions: [] }

/** The inventory with one scenario in it, and its id. */
function planned(): { readonly inventory: Inventory; readonly id: ScenarioId } {
  const { id, rows } = addScenario(company, ' One desk ', [ticketing], idSource(2))
  return { inventory: applyChange(company, rows), id }
}

function scenario(inventory: Inventory, id: ScenarioId): Scenario {
  const found = inventory.scenarios.get(id)
  if (found === undefined) throw new Error('There is no such scenario')
  return found
}

describe('scenarios', () => {
  it('are added with a trimmed name, and not without one', () => {
    const { inventory, id } = planned()
    expect(scenario(inventory, id)).toEqual({ id: 's2.1', name: 'One desk', bundles: [ticketing] })
    expect(addScenario(company, '  ', [], idSource(2)).rows).toEqual([])
  })

  it('are renamed and described; a blank name changes nothing, a blank note is none', () => {
    const { inventory, id } = planned()
    const named = applyChange(inventory, describeScenario(inventory, id, { name: 'Desk', note: ' why ' }))
    expect(scenario(named, id)).toMatchObject({ name: 'Desk', note: 'why' })
    expect(describeScenario(named, id, { name: ' ' })).toEqual([])
    const bare = applyChange(named, describeScenario(named, id, { note: '' }))
    expect(scenario(bare, id)).not.toHaveProperty('note')
  })

  it('take a bundle once, change it, leave it', () => {
    const { inventory, id } = planned()
    const other: TakenBundle = { ...ticketing, target: { newPlatform: 'Desk' } }
    const changed = applyChange(inventory, takeBundle(inventory, id, other))
    expect(scenario(changed, id).bundles).toEqual([other])
    const more = applyChange(changed, takeBundle(changed, id, { ...ticketing, functionKey: 'catalogue:chat' }))
    expect(scenario(more, id).bundles.map(({ functionKey }) => functionKey)).toEqual(['f1.1', 'catalogue:chat'])
    const left = applyChange(more, leaveBundle(more, id, 'f1.1'))
    expect(scenario(left, id).bundles.map(({ functionKey }) => functionKey)).toEqual(['catalogue:chat'])
  })

  it('keep a decision’s date when the move changes, and the move when the date goes', () => {
    const dated = withDecision(withDecision(ticketing, otrs, { by: '2027-03-31' }), otrs, { move: 'retire' })
    expect(dated.decisions).toEqual([{ tool: otrs, move: 'retire', by: '2027-03-31' }])
    expect(withDecision(dated, otrs, { by: undefined }).decisions).toEqual([{ tool: otrs, move: 'retire' }])
  })

  it('are copied without what happened to the original', () => {
    const { inventory, id } = planned()
    const pilot = { status: 'scaled', measure: 'hours', measured: 4 } as const
    const done = applyChange(inventory, [
      {
        table: 'scenarios',
        id,
        before: scenario(inventory, id),
        after: { ...scenario(inventory, id), pilot, carriedOut: 9 },
      },
    ])
    const copy = duplicateScenario(done, id, 'One desk 2', idSource(3))
    const after = applyChange(done, copy.rows)
    expect(scenario(after, copy.id)).toEqual({
      id: 's3.1',
      name: 'One desk 2',
      bundles: [ticketing],
      pilot: { status: 'draft', measure: 'hours' },
    })
  })

  it('have a pilot whose fields are said and unsaid', () => {
    const { inventory, id } = planned()
    const said = applyChange(inventory, changePilot(inventory, id, { criterion: 5, measure: 'hours' }))
    expect(scenario(said, id).pilot).toEqual({ status: 'draft', criterion: 5, measure: 'hours' })
    const unsaid = applyChange(said, changePilot(said, id, { criterion: undefined }))
    expect(scenario(unsaid, id).pilot).toEqual({ status: 'draft', measure: 'hours' })
  })

  prop.prop([
    fc.array(
      fc.record({
        what: fc.constantFrom('describe', 'take', 'leave', 'pilot', 'copy', 'remove'),
        text: fc.string({ maxLength: 4 }),
        status: fc.constantFrom(...PILOT_STATUSES),
      }),
      { maxLength: 12 },
    ),
  ])('any row of edits fits the inventory and is undone by its inverse', (steps) => {
    let { inventory, id } = planned()
    for (const [at, { what, text, status }] of steps.entries()) {
      const rows: readonly RowChange[] =
        what === 'describe'
          ? describeScenario(inventory, id, { name: text, note: text })
          : what === 'take'
            ? takeBundle(inventory, id, { functionKey: text, target: { newPlatform: text }, decisions: [] })
            : what === 'leave'
              ? leaveBundle(inventory, id, text)
              : what === 'pilot'
                ? changePilot(inventory, id, { status, measure: text })
                : what === 'copy'
                  ? duplicateScenario(inventory, id, text, idSource(at + 3)).rows
                  : removeScenario(inventory, id)
      const after = applyChange(inventory, rows)
      expect(applyChange(after, invertRows(rows)).scenarios).toEqual(inventory.scenarios)
      inventory = after
    }
  })
})

describe('verdicts', () => {
  const date = '2026-11-22'

  it('are recorded once for the same tools, whatever their order', () => {
    const first = applyChange(company, decide(company, [otrs, jira], { judgement: 'redundant', date }, idSource(2)))
    expect([...first.verdicts.values()]).toEqual([{ id: 'v2.1', tools: [jira, otrs], judgement: 'redundant', date }])
    const again = applyChange(first, decide(first, [jira, otrs], { judgement: 'not-the-same', date }, idSource(3)))
    expect([...again.verdicts.values()].map(({ judgement }) => judgement)).toEqual(['not-the-same'])
    const other = applyChange(again, decide(again, [jira, otrs, zammad], { judgement: 'redundant', date }, idSource(4)))
    expect(other.verdicts.size).toBe(2)
  })

  it('are nothing about a single tool, or about tools that don’t exist', () => {
    expect(decide(company, [jira, jira], { judgement: 'redundant', date }, idSource(2))).toEqual([])
    expect(decide(company, [jira, 't9.9' as ToolId], { judgement: 'redundant', date }, idSource(2))).toEqual([])
  })

  it('justify only with a reason, and forget it with the next decision', () => {
    const pair = [jira, otrs]
    expect(decide(company, pair, { judgement: 'justified', reason: ' ', date }, idSource(2))).toEqual([])
    const said = decide(company, pair, { judgement: 'justified', reason: ' two sites ', date }, idSource(2))
    const justified = applyChange(company, said)
    const [verdict] = justified.verdicts.values()
    if (verdict === undefined) throw new Error('There is no verdict')
    expect(verdict.reason).toBe('two sites')
    expect(changeVerdict(justified, verdict.id, { judgement: 'justified', date })).toEqual([])
    for (const judgement of JUDGEMENTS) {
      const rows = changeVerdict(justified, verdict.id, { judgement, reason: 'law', date })
      expect(applyChange(justified, rows).verdicts.get(verdict.id)).toMatchObject({ judgement, reason: 'law' })
    }
    const gone = applyChange(justified, removeVerdict(justified, verdict.id))
    expect(gone.verdicts.size).toBe(0)
  })
})
