/**
 * A text in lower case ASCII letters and digits with hyphens between, at most 60 signs; umlauts and accents are written
 * out, so that names stay readable. Empty when nothing of the kind is in it.
 */
export function slug(text: string): string {
  const plain = text
    .replace(/[äÄ]/g, 'ae')
    .replace(/[öÖ]/g, 'oe')
    .replace(/[üÜ]/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
