// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openJournals } from '../../electron/journal'
import { noteDoors } from '../../electron/notes'
import { openWorkspaces } from '../../electron/workspaces'
import type { RowChange } from '../../shared/inventory/change'

// Two workspaces on a real disk, with everything the page remembers between them. `SECRET` is in one of them only.

const SECRET = 'Geheimwerk'

vi.stubGlobal(
  'Worker',
  class {
    postMessage() {}
    terminate() {}
  },
)

let profile: string
let page: Awaited<ReturnType<typeof loadPage>>

/** The page's modules anew, as after a start of the app. */
async function loadPage() {
  vi.resetModules()
  const journals = openJournals(join(profile, 'journals'))
  const workspaces = await openWorkspaces({ profile, journals, firstName: 'My company' })
  Object.assign(window, { bridge: { ...journals, ...workspaces, ...noteDoors(profile) } })
  const { startStrings } = await import('../../renderer/i18n')
  await startStrings('en')
  const modules = {
    ...(await import('../../renderer/database/commit')),
    ...(await import('../../renderer/database/session')),
    ...(await import('../../renderer/database/workspace')),
    ...(await import('../../renderer/river/workspaces')),
    ...(await import('../../renderer/river/landscape')),
    ...(await import('../../renderer/ui-state')),
    ...(await import('../../renderer/screens/import/import-state')),
    ...(await import('../../renderer/screens/inventory/table-settings')),
    ...(await import('../../renderer/screens/scenarios/scenario-state')),
    journals,
  }
  await modules.startWorkspaces('1.0.0')
  const { forgetOnSwitch } = await import('../../renderer/forget')
  forgetOnSwitch()
  modules.followInventory(() => '2026-11-22')
  return modules
}

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'toolscape-switch-'))
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  page = await loadPage()
})
afterEach(async () => {
  await page.leaveWorkspaces()
  rmSync(profile, { recursive: true, force: true })
})

function addTools(...names: readonly string[]): void {
  const ids = page.nextIds()
  const rows = names.map((name): RowChange => {
    const id = ids('tools')
    return { table: 'tools', id, after: { id, name, functions: [] } }
  })
  page.commit({ label: { code: 'addTool', values: { name: names[0] ?? '' } }, cause: { kind: 'edit' }, rows })
}
const names = () => [...page.useWorkspace.getState().inventory.tools.values()].map(({ name }) => name)
async function make(name: string): Promise<string> {
  const made = await page.createWorkspace(name)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

/** Every text in every store, however deep, but for the list of workspaces, which names them all. */
function remembered(): string {
  const stores = [
    page.useWorkspace,
    page.useUi,
    page.useLandscape,
    page.useImport,
    page.useTableSettings,
    page.useScenarioState,
  ]
  return JSON.stringify(
    stores.map((store) => store.getState()),
    (_, value) => {
      if (value instanceof Map) return [...value]
      return value instanceof Set ? [...value] : value
    },
  )
}

/** Puts the secret wherever the page can remember something. */
function rememberEverywhere(): void {
  addTools(SECRET, `${SECRET} 2`)
  const { inventory } = page.useWorkspace.getState()
  const file = { name: `${SECRET}.csv`, bytes: new Uint8Array([65]) }
  page.useUi.setState({
    screen: 'map',
    selection: { kind: 'tool', id: SECRET },
    cover: { show: 'tool', id: SECRET },
    toolOrder: [SECRET],
    query: SECRET,
    importing: [file],
    fitRequest: 3,
    focusRequest: 4,
  })
  page.useLandscape.setState({ placed: inventory, findings: inventory, placing: true, failure: SECRET } as never)
  page.useImport.setState({
    files: [{ key: SECRET, source: file, overrides: {}, stage: { kind: 'reading' } }],
    chosen: SECRET,
    shown: { planned: inventory },
  } as never)
  page.useScenarioState.setState({ chosen: SECRET as never, beside: new Set([SECRET as never]) })
  page.useTableSettings.setState({
    columns: ['name', `extra:${SECRET}`],
    filters: { name: { text: SECRET } },
    groupBy: `extra:${SECRET}`,
    collapsed: new Set([SECRET]),
  } as never)
  expect(remembered().split(SECRET).length).toBeGreaterThan(10)
}

describe('after a switch', () => {
  it('nothing of the workspace before is reachable', async () => {
    rememberEverywhere()
    await make('Other')
    expect(remembered()).not.toContain(SECRET)
    expect(page.useUi.getState()).toMatchObject({ screen: 'map', query: '', importing: [], fitRequest: 0 })
    expect(page.useWorkspace.getState()).toMatchObject({ history: [], undo: {}, sequence: 0, phase: 'ready' })
    expect(await page.undo()).toBeUndefined()
    expect(await page.redo()).toBeUndefined()
    expect(document.title).toBe('Other – Toolscape')
  })

  it('it is all there on the way back, with its undo', async () => {
    addTools(SECRET)
    await make('Other')
    addTools('Jira')
    await page.openPrevious()
    expect(names()).toEqual([SECRET])
    await page.undo()
    expect(names()).toEqual([])
    await page.openPrevious()
    expect(names()).toEqual(['Jira'])
  })

  it('an undo that was on its way in one does nothing in the other', async () => {
    addTools(SECRET)
    const other = await make('Other')
    addTools('Jira')
    await page.openPrevious()
    const late = page.undo()
    await page.openWorkspace(other)
    await late
    expect(names()).toEqual(['Jira'])
    expect(page.useWorkspace.getState().sequence).toBe(1)
  })

  it('neither disk nor database of the other has a word of it, however quickly one follows the other', async () => {
    const other = await make('Other')
    for (let i = 0; i < 5; i += 1) {
      await page.openWorkspace('main')
      addTools(`${SECRET} ${i}`)
      const going = page.openWorkspace(other)
      addTools(`${SECRET} late ${i}`)
      await going
      addTools(`Jira ${i}`)
    }
    await page.leaveWorkspaces()
    await page.journals.settled()
    expect(filesOf('main')).toContain(SECRET)
    expect(filesOf(other)).toContain('Jira 4')
    expect(filesOf(other)).not.toContain(SECRET)
    expect(names()).toEqual(['Jira 0', 'Jira 1', 'Jira 2', 'Jira 3', 'Jira 4'])
    expect(await databaseOf(other)).not.toContain(SECRET)
    await page.openWorkspace('main')
    expect(names()).toHaveLength(10)
    expect(names().join()).not.toContain('Jira')
  })

  it('the last one opens at the next start', async () => {
    await make('Other')
    addTools('Jira')
    await page.leaveWorkspaces()
    page = await loadPage()
    expect(names()).toEqual(['Jira'])
    expect(page.useWorkspaces.getState().workspaces.map(({ name, tools }) => [name, tools])).toEqual([
      ['Other', 1],
      ['My company', 0],
    ])
  })

  it('stays where it is when the other can not be read', async () => {
    addTools('Jira')
    const other = await make('Other')
    addTools('Slack')
    await page.openPrevious()
    Object.assign(page.journals, {})
    const { bridge } = await import('../../renderer/files/bridge')
    const { journalState } = bridge
    Object.assign(bridge, { journalState: () => Promise.reject(new Error('broken')) })
    expect(await page.openWorkspace(other)).toBe(false)
    Object.assign(bridge, { journalState })
    expect(names()).toEqual(['Jira'])
    addTools('Zoom')
    expect(page.useWorkspace.getState()).toMatchObject({ phase: 'ready', id: 'main' })
    expect(await page.openWorkspace(other)).toBe(true)
  })
})

describe('a duplicate', () => {
  it('begins equal, without a false alarm, and goes its own way', async () => {
    addTools('Jira', 'Slack')
    addTools('Zoom')
    expect(await page.duplicateWorkspace('Copy')).toMatchObject({ ok: true })
    expect(names()).toEqual(['Jira', 'Slack', 'Zoom'])
    expect(page.useWorkspace.getState()).toMatchObject({ restored: false, phase: 'ready', undo: {} })
    addTools('Only in the copy')
    await page.openPrevious()
    expect(names()).toEqual(['Jira', 'Slack', 'Zoom'])
    await page.undo()
    await page.openPrevious()
    expect(names()).toEqual(['Jira', 'Slack', 'Zoom', 'Only in the copy'])
  })

  it('of an empty workspace is empty', async () => {
    await page.duplicateWorkspace('Copy')
    addTools('Jira')
    await page.openPrevious()
    expect(names()).toEqual([])
  })
})

describe('deleting', () => {
  it('opens the one before, and taking it back opens it again with its history', async () => {
    await make('Other')
    addTools('Jira')
    const deletion = await page.deleteWorkspace()
    expect(deletion?.gone.name).toBe('Other')
    expect(page.useWorkspace.getState().id).toBe('main')
    expect(page.useWorkspaces.getState().deleted).toHaveLength(1)
    await page.bringBack(deletion as never)
    expect(names()).toEqual(['Jira'])
    expect(page.useWorkspace.getState().restored).toBe(false)
    await page.undo()
    expect(names()).toEqual([])
  })

  it('of the only one leaves an empty one, which goes when it is taken back', async () => {
    addTools('Jira')
    const deletion = await page.deleteWorkspace()
    expect(names()).toEqual([])
    const list = () => page.useWorkspaces.getState().workspaces.map(({ name }) => name)
    expect(list()).toEqual(['My company'])
    await page.bringBack(deletion as never)
    expect(names()).toEqual(['Jira'])
    expect(list()).toEqual(['My company'])
    expect(page.useWorkspaces.getState().deleted).toEqual([])
  })

  it('for good takes the database with it', async () => {
    const other = await make('Other')
    addTools(SECRET)
    await page.deleteWorkspace()
    await page.removeDeleted(other)
    expect(page.useWorkspaces.getState().deleted).toEqual([])
    expect((await Dexie.getDatabaseNames()).filter((name) => name.includes(other))).toEqual([])
    expect(readdirSync(join(profile, 'trash'))).toEqual([])
  })
})

it('knows every store there is: a new one must be forgotten too (renderer/forget.ts), and then be named here', () => {
  const found = execFileSync('grep', ['-rlE', '\\b(create|createStore)<', 'renderer'], { encoding: 'utf8' })
  expect(found.trim().split('\n').sort()).toEqual([
    'renderer/database/workspace.ts',
    'renderer/river/landscape.ts',
    'renderer/river/workspaces.ts',
    'renderer/screens/import/import-state.ts',
    'renderer/screens/inventory/table-settings.ts',
    'renderer/screens/map/list-shown.ts',
    'renderer/screens/map/look-state.ts',
    'renderer/screens/map/presentation.ts',
    'renderer/screens/matrix/matrix-state.ts',
    'renderer/screens/scenarios/scenario-state.ts',
    'renderer/ui-state.ts',
  ])
})

/** Everything on disk below a workspace's folder, unpacked. */
function filesOf(workspace: string): string {
  const folder = join(profile, 'journals', workspace)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
    .join('\n')
}

async function databaseOf(workspace: string): Promise<string> {
  const name = (await Dexie.getDatabaseNames()).find((each) => each.startsWith(`toolscape-${workspace}-`)) ?? ''
  const database = await new Dexie(name).open()
  const rows = await Promise.all(database.tables.map((table) => table.toArray()))
  database.close()
  return JSON.stringify(rows)
}
