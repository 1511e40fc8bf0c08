import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'

import { readdirSync, existsSync } from 'node:fs'
const files: string[] = readdirSync('../shared/data').filter((n) => n.endsWith('.csv')).map((n) => `../shared/data/${n}`)
for (const d of readdirSync('assets/samples').filter((x) => !x.includes('.'))) for (const f of readdirSync(`assets/samples/${d}`)) if (f.endsWith('.csv')) files.push(`assets/samples/${d}/${f}`)
test('try', () => {
  for (const f of files) {
    const bytes = readFileSync(f)
    const t0 = performance.now()
    const d = decodeCsv(f.split('/').at(-1) ?? '', bytes)
    const t1 = performance.now()
    const kind = guessKind(d.table, d.name)
    const m = guessMapping(d.table, kind)
    const t2 = performance.now()
    console.log(f, d.encoding, JSON.stringify(d.delimiter), d.table.rows.length, d.table.header.length, kind, JSON.stringify((d.damaged ?? []).slice(0, 5)), (t1 - t0).toFixed(0), (t2 - t1).toFixed(0))
    console.log(d.table.header.map((h, i) => `   ${h.slice(0, 60)} → ${m.columns[i]} ${m.reasons?.[i]?.code ?? ''} ${m.reasons?.[i]?.confidence ?? ''}`).join('\n'))
  }
})
