import { existsSync, readFileSync } from 'node:fs'
import type { Inventory } from '../../../../shared/inventory/inventory'
import { anInventory } from '../../../builders'
import { importedTogether } from '../../import/sources/sources-kit'

const FILES = ['anwendungen', 'schnittstellen', 'abteilungen', 'applications', 'integrations', 'departments']

/** The two sample companies as their files give them. */
export const SAMPLES = ['muster-maschinenbau', 'northfield-services'].map((name) => {
  const files = FILES.map((file) => `${file}.csv`).filter((file) => existsSync(`assets/samples/${name}/${file}`))
  const read = (file: string) => [file, new Uint8Array(readFileSync(`assets/samples/${name}/${file}`))] as const
  let loaded: Inventory | undefined
  return {
    name,
    load: (): Inventory => {
      loaded ??= importedTogether(files.map(read)).after
      return loaded
    },
  }
})

/** Names that would break out of a format that lets them. */
export const EVIL = [
  `'); DROP TABLE tools; --`,
  '"]; click t1 "javascript:alert(1)"',
  '<img src=x onerror=alert(1)>',
  '</diagram><script>',
  'a"b\'c`d|e[f]g{h}i#j%k\\l',
  '=HYPERLINK("x")',
  'Zeile eins\nZeile zwei',
  'Größe 😀 \u0000\u001f',
  '%%{init: {}}%%',
  '- !!js/function >\n  x: y',
]

/** A company all of whose names are like that. */
export function evilCompany(): Inventory {
  const builder = anInventory()
  EVIL.forEach((name, at) => {
    builder.department(`${name} ${at}`)
    builder.tool(name, { owner: `${name} ${at}`, vendor: name, notes: name, extra: { [name]: name }, tags: [name] })
  })
  EVIL.forEach((name, at) => {
    builder.flow(name, EVIL[(at + 1) % EVIL.length] as string, { dataObjects: [name], notes: name, method: 'by-hand' })
  })
  return builder.build()
}
