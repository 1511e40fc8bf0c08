import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { acceptArguments } from '../../electron/doors'
import { noteDoors } from '../../electron/notes'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'))
  folders.push(folder)
  return folder
}

it('keeps a text, the newest one, and has nothing at first', async () => {
  const folder = profile()
  const { readNotes, writeNotes } = noteDoors(folder)
  expect(await readNotes('mappings')).toBeUndefined()
  await Promise.all([writeNotes('mappings', 'ä1'), writeNotes('mappings', 'ä2')])
  expect(await noteDoors(folder).readNotes('mappings')).toBe('ä2')
})

it('leaves a note alone that has become too large, and a disk that refuses is no alarm', async () => {
  const folder = profile()
  const { readNotes, writeNotes } = noteDoors(folder)
  await writeNotes('mappings', 'x')
  writeFileSync(join(folder, 'notes', 'mappings.json'), 'x'.repeat(1_000_001))
  expect(await readNotes('mappings')).toBeUndefined()
  writeFileSync(join(folder, 'file'), '')
  await expect(noteDoors(join(folder, 'file')).writeNotes('mappings', 'x')).resolves.toBeUndefined()
})

it('has names from a fixed list and a limit', () => {
  expect(acceptArguments('readNotes', ['mappings'])).toEqual(['mappings'])
  expect(acceptArguments('readNotes', ['../x'] as never)).toBeUndefined()
  expect(acceptArguments('writeNotes', ['mappings', 'x'.repeat(1_000_001)])).toBeUndefined()
})
