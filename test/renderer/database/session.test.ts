import 'fake-indexeddb/auto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournals } from '../../../electron/journal'
import { commit, nextIds, redo, undo } from '../../../renderer/database/commit'
import { PAGE_SIZE, WorkspaceDatabase } from '../../../renderer/database/schema'
import { openSession, takeSnapshot, whenSaved } from '../../../renderer/database/session'
import { useWorkspace } from '../../../renderer/database/workspace'
import type { RowChange } from '../../../shared/inventory/change'
import type { Tool } from '../../../shared/inventory/nouns'

// The journal is the real one on a real disk; only IndexedDB is a stand-in here (test/e2e has the real one).

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toolscape-journal-'))
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
})
afterEach(async () => {
  await whenSaved()
  rmSync(folder, { recursive: true, force: true })
})

const open = () => openSession('test', '1.0.0', openJournals(folder))
const names = () => [...useWorkspace.getState().inventory.tools.values()].map(({ name }) => name)

function addTools(...toolNames: readonly string[]): void {
  const ids = nextIds()
  const rows = toolNames.map((name): RowChange => {
    const id = ids('tools')
    return { table: 'tools', id, after: { id, name, functions: [] } }
  })
  commit({ label: { code: 'addTool', values: { name: toolNames[0] ?? '' } }, cause: { kind: 'edit' }, rows })
}

function rename(from: string, to: string): void {
  const before = [...useWorkspace.getState().inventory.tools.values()].find(({ name }) => name === from) as Tool
  const rows: RowChange[] = [{ table: 'tools', id: before.id, before, after: { ...before, name: to } }]
  commit({ label: { code: 'setField' }, cause: { kind: 'edit' }, rows })
}

describe('a workspace', () => {
  it('is there again after a restart, to the last Change', async () => {
    await open()
    addTools('Jira', 'Slack')
    rename('Slack', 'Teams')
    await whenSaved()
    await open()
    expect(names()).toEqual(['Jira', 'Teams'])
    expect(useWorkspace.getState()).toMatchObject({ phase: 'ready', restored: false, sequence: 2, savedSequence: 2 })
  })

  it('undoes and redoes across a restart', async () => {
    await open()
    addTools('Jira')
    rename('Jira', 'Jira Cloud')
    await whenSaved()
    await open()
    await undo()
    expect(names()).toEqual(['Jira'])
    await whenSaved()
    await open()
    expect(useWorkspace.getState().undo).toEqual({ undo: 1, redo: 2 })
    await redo()
    expect(names()).toEqual(['Jira Cloud'])
    await undo()
    await undo()
    expect(names()).toEqual([])
    expect(await undo()).toBeUndefined()
  })

  it('takes two quick undos as two', async () => {
    await open()
    addTools('Jira')
    addTools('Slack')
    await Promise.all([undo(), undo()])
    expect(names()).toEqual([])
  })

  it('stores pages, and keeps them whole when rows go', async () => {
    await open()
    addTools(...Array.from({ length: PAGE_SIZE * 2 + 5 }, (_, i) => `Tool ${i}`))
    const some = [...useWorkspace.getState().inventory.tools.values()].filter((_, i) => i % 2 === 0)
    commit({
      label: { code: 'deleteTools' },
      cause: { kind: 'edit' },
      rows: some.map((before) => ({ table: 'tools', id: before.id, before })),
    })
    addTools('Last')
    const shown = names()
    await whenSaved()
    await open()
    expect(names().sort()).toEqual([...shown].sort())
    expect(names()).toHaveLength(PAGE_SIZE + 2 + 1)
  })
})

describe('a Change of many rows', () => {
  const many = Array.from({ length: 6_000 }, (_, i) => `Tool ${i} — „groß“ 🎈`)

  it('is stored in parts, undone and made again across restarts', async () => {
    await open()
    addTools('Jira')
    addTools(...many)
    await whenSaved()
    await open()
    expect(useWorkspace.getState()).toMatchObject({ phase: 'ready', restored: false, sequence: 2, savedSequence: 2 })
    expect(names()).toEqual(['Jira', ...many])
    await undo()
    expect(names()).toEqual(['Jira'])
    await redo()
    expect(names()).toEqual(['Jira', ...many])
    await whenSaved()
    await open()
    expect(names()).toEqual(['Jira', ...many])
  })

  it('is in the journal whole: from it alone, and from a snapshot, everything is there again', async () => {
    await open()
    addTools(...many)
    await whenSaved()
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect(names()).toEqual(many)
    expect(useWorkspace.getState().restored).toBe(true)
    await undo()
    await redo()
    await takeSnapshot()
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect([...names()].sort()).toEqual([...many].sort())
  })

  it('reaches the journal at the next start when the app died before it did', async () => {
    await openSession('test', '1.0.0', {
      ...openJournals(folder),
      journalAppend: async () => ({ ok: false, error: { code: 'journal-unwritable' } }),
    })
    addTools(...many)
    await whenSaved()
    expect(useWorkspace.getState().savedSequence).toBe(0)
    await open()
    expect(names()).toEqual(many)
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect(names()).toEqual(many)
  })
})

describe('a snapshot of what was there before', () => {
  const snapshots = () => readdirSync(join(folder, 'test', 'snapshots')).map((name) => Number(name.split('_')[0]))

  it('is kept behind the Change that nobody let wait for it, and everything can be had from it', async () => {
    await open()
    addTools('Jira')
    await whenSaved()
    const { inventory, sequence } = useWorkspace.getState()
    addTools('Slack')
    await takeSnapshot({ inventory, sequence })
    expect(useWorkspace.getState().savedSequence).toBe(2)
    expect(snapshots()).toEqual([1])
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect(names()).toEqual(['Jira', 'Slack'])
    addTools('Zoom')
    await takeSnapshot()
    expect(snapshots().sort()).toEqual([1, 3])
  })

  it('is not taken twice, and not of what the journal does not have', async () => {
    await openSession('test', '1.0.0', {
      ...openJournals(folder),
      journalAppend: async () => ({ ok: false, error: { code: 'journal-unwritable' } }),
    })
    addTools('Jira')
    const { inventory, sequence } = useWorkspace.getState()
    await takeSnapshot({ inventory, sequence })
    expect(existsSync(join(folder, 'test', 'snapshots'))).toBe(false)
    await open()
    addTools('Slack')
    await whenSaved()
    await takeSnapshot()
    await takeSnapshot({ inventory, sequence })
    expect(snapshots()).toEqual([2])
  })
})

describe('when the database is lost', () => {
  it('rebuilds it from the journal alone', async () => {
    await open()
    addTools('Jira')
    rename('Jira', 'Jira Cloud')
    await whenSaved()
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect(names()).toEqual(['Jira Cloud'])
    expect(useWorkspace.getState()).toMatchObject({ phase: 'ready', restored: true, sequence: 2 })
    await undo()
    expect(names()).toEqual(['Jira'])
  })

  it('rebuilds it from a snapshot and the Changes since', async () => {
    await open()
    addTools('Jira')
    await whenSaved()
    await takeSnapshot()
    addTools('Slack')
    await whenSaved()
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    await open()
    expect(names()).toEqual(['Jira', 'Slack'])
    addTools('Zoom')
    await whenSaved()
    await open()
    expect(names()).toEqual(['Jira', 'Slack', 'Zoom'])
  })

  it('notices rows that went missing without a trace', async () => {
    await open()
    addTools('Jira', 'Slack')
    await whenSaved()
    const database = new WorkspaceDatabase('test', 0)
    await database.pages.clear()
    database.close()
    await open()
    expect(names()).toEqual(['Jira', 'Slack'])
    expect(useWorkspace.getState().restored).toBe(true)
  })

  it('gives the journal what it lacks when the app died between the two writes', async () => {
    const journal = openJournals(folder)
    await openSession('test', '1.0.0', {
      ...journal,
      journalAppend: async () => ({ ok: false, error: { code: 'journal-unwritable' } }),
    })
    addTools('Jira')
    await whenSaved()
    expect(useWorkspace.getState()).toMatchObject({ phase: 'read-only', problem: 'journal-failed', savedSequence: 0 })
    await open()
    expect(names()).toEqual(['Jira'])
    expect((await openJournals(folder).journalState('test')).lastSequence).toBe(1)
  })
})

describe('a workspace of a newer version', () => {
  it('is refused and left alone', async () => {
    await open()
    addTools('Jira')
    await whenSaved()
    const database = new WorkspaceDatabase('test', 0)
    await database.meta.put({ key: 'format', version: 9, minReader: 9, madeBy: '9.0.0' })
    database.close()
    await open()
    expect(useWorkspace.getState()).toMatchObject({ phase: 'read-only', problem: 'newer-format' })
    expect(() => addTools('Slack')).toThrow('read-only')
  })
})

it('freezes the stored schema: a released version is never edited', () => {
  const database = new WorkspaceDatabase('frozen', 0)
  const schema = database.tables.map(({ name, schema: { primKey, indexes } }) => [name, primKey.src, indexes.length])
  expect(schema).toEqual([
    ['meta', 'key', 0],
    ['pages', '[table+page]', 0],
    ['history', 'sequence', 0],
    ['marks', 'sequence', 0],
    ['parts', '[sequence+part]', 0],
  ])
})
