import type { CatalogueProduct } from './catalogue'
import type { CatalogueIndex } from './index-catalogue'
import { functionsOfCategory, functionsOfDescription, functionsOfName } from './match-functions'
import { matchProduct, type ProductMatch } from './match-product'
import type { RecognisedFunction } from './recognised'

/** What is known of a tool when it is to be recognised. `words`: further texts, such as category columns. */
export interface ToolText {
  readonly name: string
  readonly vendor?: string | undefined
  readonly description?: string | undefined
  readonly words?: readonly string[]
}

/** A proposal, never a fact: nothing here is written into an inventory without somebody accepting it. */
export interface Recognised {
  readonly product?: CatalogueProduct
  /** How its name was recognised. `product-start`: a part, module or account of the product rather than itself. */
  readonly productCode?: ProductMatch['code']
  readonly functions: readonly RecognisedFunction[]
}

const PRODUCT_CONFIDENCE: Readonly<Record<ProductMatch['code'], number>> = {
  'product-name': 0.95,
  'product-trimmed': 0.85,
  'product-start': 0.7,
}

/**
 * What a tool is and does, by the first of these that answers: the product its name means; its category; a function's
 * name within its own name; its description. Rather nothing than something wrong: proposals cost trust.
 */
export function recogniseTool(tool: ToolText, index: CatalogueIndex): Recognised {
  const match = matchProduct(tool.name, tool.vendor, index)
  const category = distinct((tool.words ?? []).flatMap((text) => functionsOfCategory(text, index)))
  if (match?.usedFor !== undefined && isGeneralPurpose(match.product)) {
    const { product, code: productCode, usedFor } = match
    return { product, productCode, functions: category.length > 0 ? category : functionsOfName(usedFor, index) }
  }
  if (match !== undefined) {
    const reason = { code: match.code, text: match.text }
    const confidence = PRODUCT_CONFIDENCE[match.code]
    const own = match.product.functions.filter((id) => index.functionById.has(id))
    const functions = own.map((catalogueId) => ({ catalogueId, confidence, reason }))
    return { product: match.product, productCode: match.code, functions: functions.length > 0 ? functions : category }
  }
  if (category.length > 0) return { functions: category }
  const byName = functionsOfName(tool.name, index)
  if (byName.length > 0) return { functions: byName }
  return { functions: tool.description === undefined ? [] : functionsOfDescription(tool.description, index) }
}

/** What a spreadsheet, a mailbox or a desktop database is bought for. With one of these, people build their own. */
const GENERAL_PURPOSE = new Set(['office-suite', 'email-calendar', 'database', 'note-taking', 'file-sharing'])

/** True for a product whose use behind a sign is the job itself: "Excel: Stundenzettel" does time recording. */
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
