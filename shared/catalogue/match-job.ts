import { normaliseName } from '../inventory/normalise'
import type { CatalogueIndex } from './index-catalogue'
import { functionsOfName } from './match-functions'
import type { RecognisedFunction } from './recognised'
import { stemOf, stemsOf, termsIn } from './terms'

const JOB_CONFIDENCE = 0.5
const MOST_TIED = 2

/** What a list is called in a compound: "Urlaubsliste", "Fuhrparkübersicht", "Budgetplan". */
const LIST_ENDING =
  /s?(?:listen?|ubersicht|tabelle|planung|plane?|verwaltung|register|kartei|kalender|erfassung|datei|datenbank|db|kontakte|stamm|log|buch)$/

/** What the words in front of an @ and on shared mailboxes stand for, where they aren't a function's name. */
const MAILBOX_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    accounts: ['accounting'],
    bewerbung: ['recruiting'],
    bewerbungen: ['recruiting'],
    buchhaltung: ['accounting'],
    careers: ['recruiting'],
    einkauf: ['procurement'],
    helpdesk: ['ticketing'],
    invoice: ['invoice-approval'],
    invoices: ['invoice-approval'],
    jobs: ['recruiting'],
    karriere: ['recruiting'],
    personal: ['hr-core'],
    purchasing: ['procurement'],
    rechnung: ['invoice-approval'],
    rechnungen: ['invoice-approval'],
    repairs: ['field-service'],
    sales: ['crm'],
    service: ['ticketing'],
    support: ['ticketing'],
    vertrieb: ['crm'],
  }),
)

/** Typical of a function in a description, but lists of them are kept for anything ("Key accounts"). */
const TOO_GENERAL = new Set(['accounts', 'konten'].map(stemOf))

/** What lists are kept of where no tool is, and no function's keyword says it, or another one's does. */
const LIST_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    adressen: 'crm',
    artikel: 'master-data',
    besucher: 'visitor-management',
    customers: 'crm',
    inventar: 'fixed-assets',
    kunden: 'crm',
    mitarbeiter: 'hr-core',
    personal: 'hr-core',
    staff: 'hr-core',
    visitors: 'visitor-management',
  }).map(([word, id]) => [stemOf(word), id]),
)

/**
 * The function that a list, a mailbox or a database kept instead of a tool stands for, from what its name says besides:
 * a function's name in it; a mailbox's usual word; words typical of a function, also inside a German compound with a
 * word for "list" ("Urlaubsliste"). At most two, with confidence 0.5 unless the name of the function itself stands there.
 */
export function functionsOfJob(job: string, isMailbox: boolean, index: CatalogueIndex): readonly RecognisedFunction[] {
  const words = normaliseName(job).split(' ')
  const of = (ids: readonly string[]): readonly RecognisedFunction[] =>
    ids.map((catalogueId) => ({
      catalogueId,
      confidence: JOB_CONFIDENCE,
      reason: { code: 'makeshift-job', text: job },
    }))
  const usual = isMailbox
    ? words.flatMap((word) => MAILBOX_WORDS.get(word) ?? MAILBOX_WORDS.get(word.replace(/s$/, '')) ?? [])
    : []
  const known = [...new Set(usual)].filter((id) => index.functionById.has(id))
  if (known.length === 1) return of(known)
  const named = functionsOfName(job, index)
  if (named.length > 0) return named

  const points = new Map<string, number>()
  for (const { term } of termsIn(stemsOf(job), index.terms)) if (term.words.length > 1) points.set(term.functionId, 3)
  for (const word of words) {
    const parts = new Set([stemOf(word), stemOf(word.replace(LIST_ENDING, ''))])
    for (const part of parts) {
      const listed = LIST_WORDS.get(part)
      if (listed !== undefined && index.functionById.has(listed)) {
        points.set(listed, Math.max(points.get(listed) ?? 0, 1))
        continue
      }
      for (const term of index.terms.get(part) ?? []) {
        if (term.words.length > 1 || TOO_GENERAL.has(part)) continue
        points.set(term.functionId, Math.max(points.get(term.functionId) ?? 0, term.kind === 'name' ? 2 : 1))
      }
    }
  }
  const most = Math.max(0, ...points.values())
  const best = [...points].filter(([, count]) => count === most).map(([id]) => id)
  return best.length > MOST_TIED ? [] : of(best.sort())
}
