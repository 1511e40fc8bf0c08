/** What told the recogniser: a product's name in one of three ways, a category, the tool's own name, its description. */
export type RecogniseCode =
  | 'product-name'
  | 'product-trimmed'
  | 'product-start'
  | 'category'
  | 'name-words'
  | 'description'

export interface RecognisedFunction {
  readonly catalogueId: string
  /** 0–1. Published: whole name 0.95, trimmed 0.85, category 0.9, start of the name or its words 0.7, description 0.5. */
  readonly confidence: number
  readonly reason: { readonly code: RecogniseCode; readonly text: string }
}
