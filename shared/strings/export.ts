import type { Words } from './words'

const en = {
  fileName: {
    tools: 'tools',
    departments: 'departments',
    flows: 'data-flows',
    report: 'report',
    map: 'map',
    problems: 'problems',
  },
  what: {
    tools: 'Tools as a table (CSV)',
    departments: 'Departments as a table (CSV)',
    flows: 'Data flows as a table (CSV)',
    report: 'Report (JSON)',
    map: 'Map (SVG)',
    problems: 'Problems of the import (CSV)',
  },
} as const

const de = {
  fileName: {
    tools: 'tools',
    departments: 'abteilungen',
    flows: 'datenfluesse',
    report: 'bericht',
    map: 'karte',
    problems: 'probleme',
  },
  what: {
    tools: 'Tools als Tabelle (CSV)',
    departments: 'Abteilungen als Tabelle (CSV)',
    flows: 'Datenflüsse als Tabelle (CSV)',
    report: 'Bericht (JSON)',
    map: 'Karte (SVG)',
    problems: 'Probleme des Imports (CSV)',
  },
} as const satisfies Words<typeof en>

export const exportStrings = { en, de }
