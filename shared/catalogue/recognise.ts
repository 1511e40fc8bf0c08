import type { CatalogueProduct } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { type Makeshift, makeshiftOf, productOfMeans } from './makeshift'
import { functionsOfCategory, functionsOfDescription, functionsOfName } from './match-functions'
import { functionsOfJob } from './match-job'
import { matchProduct } from './match-product'
import type { ProductCode, RecognisedFunction } from './recognised'

/** What is known of a tool when it is to be recognised. `words`: further texts, such as category columns. */
export interface ToolText {
  readonly name: string
  readonly vendor?: string | undefined
  readonly description?: string | undefined
  readonly words?: readonly string[]
}

/** A proposal, never a fact: nothing here is written into an inventory without somebody accepting it. */
export interface Recognised {
  /** `makeshift`: a job done without a tool made for it; `product` is then what it is kept in, if anything. */
  readonly kind?: 'product' | 'makeshift'
  readonly product?: CatalogueProduct
  /** How its name was recognised. `product-start`: a part, module or account of the product rather than itself. */
  readonly productCode?: ProductCode
  /** 0–1: how sure it is that the name means `product` (or the makeshift). Absent when neither was recognised. */
  readonly confidence?: number
  readonly makeshift?: Makeshift
  readonly functions: readonly RecognisedFunction[]
}

const PRODUCT_CONFIDENCE: Readonly<Record<ProductCode, number>> = {
  'own-entry': 1,
  'product-name': 0.95,
  'product-trimmed': 0.85,
  'product-suite': 0.85,
  'product-start': 0.7,
  'product-typo': 0.6,
  'product-ambiguous': 0.6,
}
const MAKESHIFT_CONFIDENCE = 0.85
const DOUBTFUL_CONFIDENCE = 0.4

/**
 * What a tool is and does, by the first of these that answers: what its name says it is kept in instead of a tool; the
 * product its name means; its category; a function's name within its own name; its description. Rather nothing than
 * something wrong: proposals cost trust.
 */
export function recogniseTool(tool: ToolText, index: CatalogueIndex): Recognised {
  const category = distinct((tool.words ?? []).flatMap((text) => functionsOfCategory(text, index)))
  const makeshift = makeshiftOf(tool.name, index)
  if (makeshift !== undefined) return asMakeshift(makeshift, category, index)
  const match = matchProduct(tool.name, tool.vendor, index)
  if (match === undefined) return { functions: functionsWithoutProduct(tool, category, index) }
  const { product, code: productCode, text, usedFor } = match
  const isDoubtful = productCode === 'product-ambiguous' && saysSomethingElse(tool, product, category, index)
  const confidence = isDoubtful ? DOUBTFUL_CONFIDENCE : PRODUCT_CONFIDENCE[productCode]
  const known = { kind: 'product', product, productCode, confidence } as const
  if (usedFor !== undefined && isGeneralPurpose(product)) {
    return { ...known, functions: category.length > 0 ? category : functionsOfName(usedFor, index) }
  }
  const own = product.functions.filter((id) => index.functionById.has(id))
  const functions = own.map((catalogueId) => ({ catalogueId, confidence, reason: { code: productCode, text } }))
  return { ...known, functions: functions.length > 0 ? functions : category }
}

function asMakeshift(makeshift: Makeshift, category: readonly RecognisedFunction[], index: CatalogueIndex): Recognised {
  const means = productOfMeans(makeshift.means)
  const product = means === undefined ? undefined : index.productByName(means)
  const functions = category.length > 0 ? category : functionsOfJob(makeshift.job, makeshift.means === 'mailbox', index)
  const known = { kind: 'makeshift', makeshift, confidence: MAKESHIFT_CONFIDENCE, functions } as const
  return product === undefined ? known : { ...known, product, productCode: 'product-start' }
}

/** True when a row does say what the tool is for, and not a word of it is about what the product does. */
function saysSomethingElse(
  { description = '', words = [] }: ToolText,
  product: CatalogueProduct,
  category: readonly RecognisedFunction[],
  index: CatalogueIndex,
): boolean {
  if (description.trim() === '' && words.length === 0) return false
  const said = [...category, ...functionsOfDescription(description, index)]
  return !said.some(({ catalogueId }) => product.functions.includes(catalogueId))
}

function functionsWithoutProduct(
  { name, description }: ToolText,
  category: readonly RecognisedFunction[],
  index: CatalogueIndex,
): readonly RecognisedFunction[] {
  if (category.length > 0) return category
  const byName = functionsOfName(name, index)
  if (byName.length > 0) return byName
  return description === undefined ? [] : functionsOfDescription(description, index)
}

/** What a spreadsheet, a mailbox or a desktop database is bought for. With one of these, people build their own. */
const GENERAL_PURPOSE = new Set(['office-suite', 'email-calendar', 'database', 'note-taking', 'file-sharing'])

/** True for a product whose use behind a sign is the job itself: "OneNote: Schichtübergabe". */
function isGeneralPurpose(product: CatalogueProduct): boolean {
  return product.functions.every((id) => GENERAL_PURPOSE.has(id))
}

function distinct(functions: readonly RecognisedFunction[]): readonly RecognisedFunction[] {
  const byId = new Map<string, RecognisedFunction>()
  for (const each of functions) {
    const known = byId.get(each.catalogueId)
    if (known === undefined || known.confidence < each.confidence) byId.set(each.catalogueId, each)
  }
  return [...byId.values()]
}
