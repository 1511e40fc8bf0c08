import type { Words } from './words'

const en = {
  companyWide: 'Company-wide',
  noFunction: 'Function unknown',
  joined: 'By direction of data flow',
  notJoined: 'Without data flows',
  around: 'Around {{name}}',
  usedBy: 'Used by {{names}}',
  ai: 'AI',
  withoutOwner: 'no owner',
  hours: '{{hours}} h / month',
  handHours: '{{hours}} h/month by hand',
  overlap: 'Overlap',
  overlapsWith_one: 'Overlaps with {{count}} tool',
  overlapsWith_other: 'Overlaps with {{count}} tools',
  rank: 'Start here: place {{rank}}',
  legend: 'Legend',
} as const

const de = {
  companyWide: 'Unternehmensweit',
  noFunction: 'Funktion unbekannt',
  joined: 'Nach Flussrichtung',
  notJoined: 'Ohne Datenflüsse',
  around: 'Rund um {{name}}',
  usedBy: 'Genutzt von {{names}}',
  ai: 'KI',
  withoutOwner: 'herrenlos',
  hours: '{{hours}} h / Monat',
  handHours: '{{hours}} h/Monat von Hand',
  overlap: 'Überschneidung',
  overlapsWith_one: 'Überschneidet sich mit {{count}} Tool',
  overlapsWith_other: 'Überschneidet sich mit {{count}} Tools',
  rank: 'Hier anfangen: Platz {{rank}}',
  legend: 'Legende',
} as const satisfies Words<typeof en>

export const mapStrings = { en, de }
