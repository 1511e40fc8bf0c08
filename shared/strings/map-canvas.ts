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
  drop: {
    companyWide: '{{what}} now belongs to the whole company; the department that had it goes on using it.',
    tooFew: 'A tool is company-wide when at least three departments use it.',
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
  drop: {
    companyWide: '{{what}} gehört jetzt dem ganzen Unternehmen; die bisherige Abteilung nutzt es weiter.',
    tooFew: 'Unternehmensweit ist ein Tool, wenn mindestens drei Abteilungen es nutzen.',
  },
} as const satisfies Words<typeof en>

export const mapCanvasStrings = { en, de }
