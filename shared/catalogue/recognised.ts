/** How a name told the product. */
export type ProductCode =
  | 'own-entry'
  | 'product-name'
  | 'product-trimmed'
  | 'product-suite'
  | 'product-start'
  | 'product-typo'
  | 'product-ambiguous'

/**
 * What told the recogniser: a product's name, a category, the tool's own name, what a makeshift is used for, its
 * description.
 */
export type RecogniseCode = ProductCode | 'category' | 'name-words' | 'makeshift-job' | 'description'

export interface RecognisedFunction {
  readonly catalogueId: string
  /**
   * 0–1. Published: an own entry 1, whole name 0.95, category 0.9, trimmed or in a suite 0.85, start of the name or a
   * function's name in it 0.7, one letter wrong or a dictionary word 0.6, description or a makeshift's job 0.5, a
   * dictionary word beside a description that speaks of something else 0.4.
   */
  readonly confidence: number
  readonly reason: { readonly code: RecogniseCode; readonly text: string }
}
