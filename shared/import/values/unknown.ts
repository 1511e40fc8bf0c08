const UNKNOWN = new Set([
  '',
  'n/a',
  'na',
  'n.a.',
  'n. a.',
  'n.v.',
  'k.a.',
  'k. a.',
  'ka',
  'keine angabe',
  'keine angaben',
  'nicht bekannt',
  'unbekannt',
  'unklar',
  'offen',
  'tbd',
  'tba',
  'tbc',
  't.b.d.',
  'to be defined',
  'to be determined',
  'unknown',
  'not known',
  'not available',
  'not applicable',
  'nicht anwendbar',
  'inconnu',
  'inconnue',
  'non renseigné',
  'non applicable',
  'sans objet',
  's/o',
  's.o.',
  'à définir',
  'onbekend',
  'niet bekend',
  'niet van toepassing',
  'n.v.t.',
  'nvt',
  'nog te bepalen',
  'n.t.b.',
  'entfällt',
  'unspecified',
  'undefined',
  'null',
  'nan',
  '#n/a',
  '#nv',
  '#ref!',
  '#bezug!',
  '#wert!',
  '#value!',
])

const LONGEST = Math.max(...[...UNKNOWN].map((word) => word.length))

/** True when a cell says, in German or English, that its value is unknown: empty, a dash, "n/a", "unbekannt", "?" … */
export function saysUnknown(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return false
  const plain = trimmed.toLowerCase()
  return UNKNOWN.has(plain) || (plain.length <= 4 && /^[-–—−_.?!/\\*x]+$/.test(plain) && plain !== 'x')
}
