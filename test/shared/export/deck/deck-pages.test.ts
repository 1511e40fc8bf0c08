import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { encodeDeck } from '../../../../renderer/files/deck-write'
import { toDeckParts } from '../../../../shared/export/deck/to-deck'
import { SAMPLES } from '../models/samples'
import { inputFor } from './deck-kit'
import { slidesOf } from './read-deck'

const office = spawnSync('soffice', ['--version']).status === 0 ? 'soffice' : undefined
const why = office === undefined ? ' (LibreOffice is not installed)' : ''

it.skipIf(office === undefined)(
  `opens in LibreOffice with every page${why}`,
  () => {
    const { load } = SAMPLES[0] as (typeof SAMPLES)[number]
    const parts = toDeckParts(inputFor(load(), 'de'))
    const folder = mkdtempSync(join(tmpdir(), 'toolscape-deck-'))
    try {
      const file = join(folder, 'deck.pptx')
      writeFileSync(file, encodeDeck(parts))
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
        stdio: 'ignore',
      })
      const pdf = readFileSync(join(folder, 'deck.pdf'), 'latin1')
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length
      expect(pages).toBe(slidesOf(parts).length)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000,
)
