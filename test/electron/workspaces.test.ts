import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Journals, openJournals } from '../../electron/journal'
import { parseList } from '../../electron/workspace-list'
import { openWorkspaces } from '../../electron/workspaces'

let profile: string
let journals: Journals
let time = Date.parse('2026-11-22T10:00:00Z')

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'toolscape-workspaces-'))
  journals = openJournals(join(profile, 'journals'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

const start = (more: { mirror?: string } = {}) => {
  journals = openJournals(join(profile, 'journals'))
  const now = () => {
    time += 1_000
    return new Date(time)
  }
  return openWorkspaces({ profile, journals, firstName: 'My company', now, ...more })
}
const names = async (from: Awaited<ReturnType<typeof start>>) =>
  (await from.listWorkspaces()).workspaces.map(({ name }) => name)
const write = (id: string) => journals.journalAppend(id, [{ sequence: 1, text: `{"of":"${id}"}` }])
async function make(from: Awaited<ReturnType<typeof start>>, name: string): Promise<string> {
  const made = await from.createWorkspace(name)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

describe('the list of workspaces', () => {
  it('begins with one that has a name', async () => {
    const list = await (await start()).listWorkspaces()
    expect(list).toMatchObject({ workspaces: [{ id: 'main', name: 'My company' }], deleted: [] })
  })

  it('is the same after a restart, the last opened first', async () => {
    const first = await start()
    const muster = await make(first, ' Muster  AG ')
    await make(first, 'Northfield')
    await first.openWorkspace('main')
    await first.openWorkspace(muster)
    await first.countWorkspace(muster, 145)
    const again = await start()
    expect(await names(again)).toEqual(['Muster AG', 'My company', 'Northfield'])
    expect((await again.listWorkspaces()).workspaces[0]?.tools).toBe(145)
  })

  it('puts the one that was opened last first even when the clock was set back', async () => {
    const list = await start()
    const muster = await make(list, 'Muster AG')
    await list.openWorkspace(muster)
    time -= 3_600_000
    await list.openWorkspace('main')
    expect(await names(list)).toEqual(['My company', 'Muster AG'])
  })

  it('refuses names that are empty, too long or taken', async () => {
    const list = await start()
    const muster = await make(list, 'Muster AG')
    for (const [name, code] of [
      ['  ', 'name-empty'],
      ['x'.repeat(81), 'name-too-long'],
      ['my COMPANY', 'name-taken'],
    ] as const) {
      expect(await list.createWorkspace(name)).toEqual({ ok: false, error: { code } })
      expect(await list.renameWorkspace(muster, name)).toEqual({ ok: false, error: { code } })
    }
    expect(await list.renameWorkspace(muster, 'MUSTER AG')).toMatchObject({ ok: true })
    expect(await list.renameWorkspace('no-such', 'X')).toEqual({ ok: false, error: { code: 'unknown-workspace' } })
  })

  it('takes only one of two workspaces made with the same name at once', async () => {
    const list = await start()
    const made = await Promise.all([list.createWorkspace('Muster'), list.createWorkspace('muster')])
    expect(made.map(({ ok }) => ok)).toEqual([true, false])
  })

  it('makes a workspace from a snapshot, or not at all', async () => {
    const list = await start()
    const made = await list.createWorkspace('Copy', { sequence: 7, text: '{"all":1}' })
    if (!made.ok) throw new Error(made.error.code)
    expect(await journals.journalRead(made.value.id)).toMatchObject({ snapshot: { sequence: 7, text: '{"all":1}' } })
    rmSync(join(profile, 'journals'), { recursive: true })
    writeFileSync(join(profile, 'journals'), 'not a folder')
    const refused = await list.createWorkspace('Other', { sequence: 1, text: '{}' })
    expect(refused).toEqual({ ok: false, error: { code: 'workspace-unwritable' } })
    expect(await names(list)).toEqual(['My company', 'Copy'])
  })
})

describe('when the list is lost or damaged', () => {
  it.each(['', '{', '{"workspaces":[{"id":"../../etc","name":"x"}]}', 'null'])(
    'finds the folders again: %j',
    async (text) => {
      await write('main')
      await write('w-1')
      writeFileSync(join(profile, 'workspaces.json'), text)
      const list = await (await start()).listWorkspaces()
      expect(list.workspaces.map(({ id }) => id).sort()).toEqual(['main', 'w-1'])
      expect(new Set(list.workspaces.map(({ name }) => name))).toEqual(new Set(['My company', 'My company 2']))
    },
  )

  it('leaves out folders that are no workspaces', async () => {
    mkdirSync(join(profile, 'journals', 'Not One'), { recursive: true })
    expect(await names(await start())).toEqual(['My company'])
  })

  it('reads no entry whose id or name is not one', () => {
    const entry = { id: 'w-1', name: 'A', created: '2026-01-01T00:00:00Z', opened: '2026-01-01T00:00:00Z', tools: 1 }
    const text = JSON.stringify({ workspaces: [{ ...entry, id: 'a/b' }, { ...entry, name: ' ' }, 7, entry] })
    expect(parseList(text)).toEqual([entry])
  })
})

describe('deleting', () => {
  it('puts the folder aside and brings it back with all it held', async () => {
    const list = await start()
    const muster = await make(list, 'Muster AG')
    await write(muster)
    expect(await list.deleteWorkspace(muster)).toEqual({ ok: true, value: undefined })
    expect(existsSync(join(profile, 'journals', muster))).toBe(false)
    expect((await list.listWorkspaces()).deleted).toMatchObject([{ id: muster, name: 'Muster AG' }])
    expect(await list.restoreWorkspace(muster)).toMatchObject({ ok: true, value: { name: 'Muster AG' } })
    expect((await journals.journalState(muster)).lastSequence).toBe(1)
  })

  it('can be taken back after a restart too', async () => {
    const first = await start()
    const muster = await make(first, 'Muster AG')
    await write(muster)
    await first.deleteWorkspace(muster)
    const again = await start()
    expect(await names(again)).toEqual(['My company'])
    await again.restoreWorkspace(muster)
    expect((await journals.journalRead(muster)).lines).toHaveLength(1)
  })

  it('comes back under another name when its own is taken by now', async () => {
    const list = await start()
    const muster = await make(list, 'Muster AG')
    await list.deleteWorkspace(muster)
    await make(list, 'Muster AG')
    expect(await list.restoreWorkspace(muster)).toMatchObject({ ok: true, value: { name: 'Muster AG 2' } })
  })

  it('never leaves nothing', async () => {
    const list = await start()
    expect((await list.deleteWorkspace('main')).ok).toBe(false)
    expect(await names(list)).toEqual(['My company'])
  })

  it('changes nothing when the folder can not be moved', async () => {
    const list = await start()
    const muster = await make(list, 'Muster AG')
    await write(muster)
    writeFileSync(join(profile, 'trash'), 'in the way')
    expect(await list.deleteWorkspace(muster)).toEqual({ ok: false, error: { code: 'workspace-unwritable' } })
    expect(await names(list)).toContain('Muster AG')
    expect((await journals.journalState(muster)).lastSequence).toBe(1)
  })

  it('finishes a deletion that was cut short, and never opens as empty what lies in the trash', async () => {
    const first = await start()
    const [a, b] = [await make(first, 'A'), await make(first, 'B')]
    await write(a)
    await write(b)
    await first.deleteWorkspace(b)
    const file = join(profile, 'workspaces.json')
    const entries = JSON.parse(readFileSync(file, 'utf8')).workspaces as { id: string; deleted?: string }[]
    // A's line was written and its folder not yet moved; B's folder was moved and its line is lost.
    for (const entry of entries) {
      if (entry.id === a) entry.deleted = new Date(time).toISOString()
      if (entry.id === b) delete entry.deleted
    }
    writeFileSync(file, JSON.stringify({ workspaces: entries }))
    const list = await (await start()).listWorkspaces()
    expect(list.workspaces.map(({ id }) => id)).toEqual(['main'])
    expect(list.deleted.map(({ id }) => id).sort()).toEqual([a, b].sort())
    expect(readdirSync(join(profile, 'trash')).sort()).toEqual([a, b].sort())
  })

  it('removes for good only what was deleted, in the second place too', async () => {
    const mirror = join(profile, 'mirror')
    journals = openJournals(join(profile, 'journals'), { mirror })
    const list = await start({ mirror })
    const muster = await make(list, 'Muster AG')
    await write(muster)
    mkdirSync(join(mirror, muster), { recursive: true })
    expect((await list.removeWorkspace(muster)).ok).toBe(false)
    expect(existsSync(join(profile, 'journals', muster))).toBe(true)
    await list.deleteWorkspace(muster)
    expect((await list.removeWorkspace(muster)).ok).toBe(true)
    expect(existsSync(join(profile, 'trash', muster))).toBe(false)
    expect(existsSync(join(mirror, muster))).toBe(false)
    expect(readFileSync(join(mirror, 'workspaces.json'), 'utf8')).not.toContain('Muster')
    expect((await list.restoreWorkspace(muster)).ok).toBe(false)
  })

  it('forgets at the next start what never held anything', async () => {
    const list = await start()
    const empty = await make(list, 'Empty')
    await list.deleteWorkspace(empty)
    expect((await (await start()).listWorkspaces()).deleted).toEqual([])
  })
})
