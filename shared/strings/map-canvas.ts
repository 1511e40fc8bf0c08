import type { Words } from './words'

const en = {
  /** What a thing on the map is, as a screen reader says it after its name. */
  kind: {
    tool: 'Tool',
    department: 'Department',
    domain: 'Domain',
    function: 'Function',
    direction: 'Arrangement in columns',
    around: 'Arrangement in columns',
    rest: 'Group of tools',
  },
} as const

const de = {
  kind: {
    tool: 'Tool',
    department: 'Abteilung',
    domain: 'Bereich',
    function: 'Funktion',
    direction: 'Anordnung in Spalten',
    around: 'Anordnung in Spalten',
    rest: 'Gruppe von Tools',
  },
} as const satisfies Words<typeof en>

export const mapCanvasStrings = { en, de }
