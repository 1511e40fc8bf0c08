/** Words by which departments are called, in German and English. Only what nearly every company means by them. */

/** Words that only say that something is a department, besides those that `departmentKey` leaves out. */
export const MORE_UNIT_WORDS: ReadonlySet<string> = new Set(
  'abt dep div division gruppe group unit fachbereich fachabteilung hauptabteilung sachgebiet ressort referat'.split(
    ' ',
  ),
)

/** "Personalabteilung", "Vertriebsbereich": the word in front is the department. */
export const UNIT_ENDING = /^(\p{L}{3,}?)s?(?:abteilung|bereich)$/u

/** Words that join others and mean nothing by themselves. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(['and', 'und', 'the', 'of'])

/** Short forms of a word, by the whole word. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acct: 'accounting',
    admin: 'administration',
    biz: 'business',
    comms: 'communications',
    corp: 'corporate',
    dev: 'development',
    eng: 'engineering',
    infra: 'infrastructure',
    intl: 'international',
    mfg: 'manufacturing',
    mgmt: 'management',
    mktg: 'marketing',
    ops: 'operations',
    tech: 'technology',
  }),
)

/** One line per department: its short names, its German ones, its English ones. */
const SAME = `
hr | personal, personalwesen, personalverwaltung, personalmanagement | human resources, human resource, personnel
it, edv, ict, ikt | informatik, informationstechnik, informationstechnologie | information technology
gf, gl | geschaftsfuhrung, geschaftsleitung | executive management
fibu, buha | buchhaltung, finanzbuchhaltung | accounting, bookkeeping
 | finanzen, finanz, finanzwesen | finance, finances
 | einkauf, beschaffung | purchasing, procurement
 | vertrieb, verkauf | sales
 | recht, rechtswesen | legal
 | produktion, fertigung | production, manufacturing
 | logistik | logistics
 | lager | warehouse
f e, fe, fue, r d, rd | forschung entwicklung | research development
 | entwicklung | development
qs, qa | qualitatssicherung | quality assurance
qm | qualitatsmanagement | quality management
 | kundendienst, kundenservice, kundenbetreuung | customer service, customer support
 | instandhaltung | maintenance
 | kommunikation | communications, communication
 | verwaltung | administration
 | datenschutz | data protection
 | it sicherheit | it security
 | informationssicherheit | information security
pmo | projektmanagement | project management, project management office
fm | gebaudemanagement | facility management, facilities management, facilities
 | kundenerfolg | customer success
l d | weiterbildung | learning development, learning
`

/** Which department a phrase means (a number that says nothing) and among which of its names it stands. */
export interface DepartmentSense {
  readonly department: number
  readonly among: 'short' | 'german' | 'english'
}

/** What a phrase in the form of `normaliseName`, joining words left out, means as a department's name. */
export const DEPARTMENT_SENSES: ReadonlyMap<string, DepartmentSense> = new Map(
  SAME.trim()
    .split('\n')
    .flatMap((line, department) =>
      line.split('|').flatMap((part, index) =>
        part
          .split(',')
          .map((phrase) => phrase.trim())
          .filter((phrase) => phrase !== '')
          .map((phrase): [string, DepartmentSense] => [
            phrase,
            { department, among: index === 0 ? 'short' : index === 1 ? 'german' : 'english' },
          ]),
      ),
    ),
)
