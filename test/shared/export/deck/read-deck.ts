import type { DeckPart } from '../../../../shared/export/deck/package-xml'

/** An element with its children; text only where there are none. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(#\d+|\w+);/g, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole),
  )
}

/** Reads well-formed XML as the deck writes it: no comments, no CDATA. */
export function readXml(text: string): Element {
  interface Open {
    name: string
    attributes: Record<string, string>
    children: Element[]
    text: string
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  for (const [, tag, content = ''] of text.matchAll(/<((?:"[^"]*"|[^">])*)>([^<]*)/g)) {
    if (tag === undefined || tag.startsWith('?')) continue
    const top = open.at(-1) ?? root
    if (tag.startsWith('/')) {
      open.pop()
      continue
    }
    const attributes = Object.fromEntries(
      [...tag.matchAll(/\s([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key ?? '', decoded(value ?? '')]),
    )
    const element: Open = { name: /^[\w:]+/.exec(tag)?.[0] ?? '', attributes, children: [], text: decoded(content) }
    top.children.push(element)
    if (!tag.endsWith('/')) open.push(element)
  }
  const [first] = root.children
  if (first === undefined) throw new Error('No root')
  return first
}

/** The element itself and everything below it, in the order of the file. */
export function everything(element: Element): readonly Element[] {
  const found: Element[] = []
  const visit = (each: Element) => {
    found.push(each)
    each.children.forEach(visit)
  }
  visit(element)
  return found
}

export function all(element: Element, name: string): readonly Element[] {
  return everything(element).filter((each) => each.name === name)
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((each) => each.name === name)
}

/** Everything that can be read below an element, its runs joined. */
export function wordsOf(element: Element): string {
  return all(element, 'a:t')
    .map(({ text }) => text)
    .join(' ')
}

/** The slides in their order. */
export function slidesOf(parts: readonly DeckPart[]): readonly Element[] {
  return parts.filter(({ path }) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).map(({ text }) => readXml(text))
}

/** The targets of a part's relations, as paths from the root of the package, by their ids. */
export function relationsOf(path: string, parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const file = path.slice(folder.length)
  const text = parts.get(`${folder}_rels/${file}.rels`)
  if (text === undefined) return new Map()
  return new Map(
    readXml(text).children.map(({ attributes }) => [
      attributes.Id ?? '',
      new URL(attributes.Target ?? '', `x:/${folder}`).pathname.slice(1),
    ]),
  )
}
