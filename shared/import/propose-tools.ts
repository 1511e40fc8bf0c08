import { coreVendor, identityName, withoutBrackets } from '../inventory/core-name'
import type { Tool, ToolId } from '../inventory/nouns'
import { aliasKey, aliasOf } from './match-aliases'
import { nameKey } from './normalise'
import { oneSlipApart } from './propose-slips'

/**
 * Why a tool is taken for another: `product` (the catalogue knows both names), `writing` (spaces and signs apart),
 * `vendor` (one has its vendor's name in front), `edition` (an edition, version, legal form or way of delivery), `kind`
 * ("ERP", "CRM": what it is stands behind its name), `brackets` (what stands in brackets), `slip` (one letter).
 */
export type DuplicateReason = 'product' | 'writing' | 'vendor' | 'edition' | 'kind' | 'brackets' | 'slip'

/** How sure each reason makes, 0–1. Published. */
export const DUPLICATE_CONFIDENCE: Readonly<Record<DuplicateReason, number>> = {
  writing: 0.9,
  product: 0.9,
  vendor: 0.8,
  kind: 0.75,
  edition: 0.7,
  brackets: 0.6,
  slip: 0.6,
}

/** A tool that the import would add although it is probably known. `accepted`: the options asked to merge it. */
export interface PossibleDuplicate {
  /** What `ImportOptions.toolMerges` is asked by. */
  readonly key: string
  /** The row that names it first. */
  readonly row?: number
  readonly name: string
  /** The tool that it probably is: a stored one, or another of this import by its key. */
  readonly existing: { readonly id: ToolId; readonly name: string } | { readonly key: string; readonly name: string }
  readonly reason: DuplicateReason
  readonly confidence: number
  readonly accepted: boolean
}

/** The product that a name means as a whole, and its vendor. */
export type ProductNamed = (name: string) => { readonly name: string; readonly vendor: string } | undefined

const KINDS = new Set(
  (
    'erp crm hr hcm dms ecm cms mes plm pdm pim bi cad cam wms tms lms srm scm vpn mdm idp siem itsm ' +
    'suite platform plattform service services solution solutions losung portal'
  ).split(' '),
)
const SHORT_VENDORS: Readonly<Record<string, string>> = { ms: 'microsoft', msft: 'microsoft', goog: 'google' }
/** What stands behind such a word is another instance of the same product, not the same tool. */
const INSTANCE = new Set(
  'test prod production produktiv alt old neu new legacy dev staging mandant tenant instanz instance'.split(' '),
)
const MIN_LETTERS = 3

type Tools = readonly Tool[]

/**
 * For each of the added tools the known tool (or the added one before it) that it probably is. Parts of different systems
 * and tools of different vendors are different, unless the catalogue knows both names as one product. Cost: linear in the
 * tools.
 */
export function proposeDuplicates(
  known: Tools,
  added: Tools,
  productNamed: ProductNamed = () => undefined,
): readonly PossibleDuplicate[] {
  if (added.length === 0) return []
  const forms = new Map<string, Tool>()
  const found = new Map<Tool, { readonly other: Tool; readonly reason: DuplicateReason }>()
  const addedOnes = new Set(added)
  /** Lists name the same few vendors again and again. */
  const makers = new Map<string, string>()
  const makerOf = (vendor: string): string => {
    const maker = makers.get(vendor) ?? coreVendor(vendor)
    makers.set(vendor, maker)
    return maker
  }
  for (const tool of [...known, ...added]) {
    const own = formsOf(tool, productNamed, makerOf)
    for (const [reason, form] of own) {
      const other = forms.get(form)
      if (other === undefined) forms.set(form, tool)
      else if (addedOnes.has(tool) && !found.has(tool) && mayBeSame(tool, other, reason))
        found.set(tool, { other, reason })
    }
  }
  const all = [...known, ...added]
  const slips = oneSlipApart(all.map(({ name }) => nameKey(name)))
  for (const [a, b] of slips) {
    const [other, tool] = [all[a], all[b]]
    if (other === undefined || tool === undefined || !addedOnes.has(tool) || found.has(tool)) continue
    if (mayBeSame(tool, other, 'slip')) found.set(tool, { other, reason: 'slip' })
  }
  return added.flatMap((tool) => {
    const match = found.get(tool)
    return match === undefined ? [] : duplicate(tool, match.other, match.reason, addedOnes.has(match.other))
  })
}

function duplicate(tool: Tool, other: Tool, reason: DuplicateReason, isAdded: boolean): PossibleDuplicate {
  return {
    key: aliasKey(tool),
    name: aliasOf(tool),
    ...(tool.origin === undefined ? {} : { row: tool.origin.row }),
    existing: isAdded ? { key: aliasKey(other), name: aliasOf(other) } : { id: other.id, name: aliasOf(other) },
    reason,
    confidence: DUPLICATE_CONFIDENCE[reason],
    accepted: false,
  }
}

function mayBeSame(a: Tool, b: Tool, reason: DuplicateReason): boolean {
  if (a.partOf !== undefined && b.partOf !== undefined && nameKey(a.partOf) !== nameKey(b.partOf)) return false
  if (nameKey(a.name) === nameKey(b.name) && aliasKey(a) !== aliasKey(b)) return false
  if (reason === 'product' || a.vendor === undefined || b.vendor === undefined) return true
  return coreVendor(a.vendor) === coreVendor(b.vendor)
}

/** The forms in which a tool's name meets another spelling of it, the surest first. */
function formsOf(
  { name, vendor }: Tool,
  productNamed: ProductNamed,
  makerOf: (vendor: string) => string,
): readonly (readonly [DuplicateReason, string])[] {
  const forms: (readonly [DuplicateReason, string])[] = []
  const add = (reason: DuplicateReason, text: string) => {
    const form = text.replaceAll(' ', '')
    if (form.length >= MIN_LETTERS && !forms.some(([, known]) => known === form)) forms.push([reason, form])
  }
  const product = productNamed(name)
  if (product !== undefined) forms.push(['product', `product\u0000${product.vendor}\u0000${product.name}`])
  const written = nameKey(name)
  add('writing', written)
  const words = written.split(' ')
  if (words.length === 1 && !/[([{]/.test(name)) return forms
  const [start = '', ...rest] = words
  const full = SHORT_VENDORS[start]
  if (full !== undefined && rest.length > 0) add('vendor', [full, ...rest].join(' '))
  if (vendor !== undefined && rest.length > 0) {
    const maker = makerOf(vendor)
    if (written.startsWith(`${maker} `)) add('vendor', written.slice(maker.length + 1))
  }
  // "Werk 1500" is numbered; "Office 2019" has a version.
  const isNumbered = /(?:^| )\d+$/.test(written) && !/(?:^| )(?:19|20)\d\d$/.test(written)
  if (isNumbered || words.some((word) => INSTANCE.has(word))) return forms
  const core = identityName(name).split(' ')
  add('edition', core.join(' '))
  while (core.length > 1 && KINDS.has(core.at(-1) ?? '')) core.pop()
  add('kind', core.join(' '))
  if (/[([{]/.test(name)) add('brackets', nameKey(withoutBrackets(name)))
  return forms
}
