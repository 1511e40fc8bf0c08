import { Refused } from '../refused'
import type { DecodedFile, Encoding } from '../table'
import { listsOfModel, type ModelElement, type ModelProperty, type ModelRelation } from './archimate-model'
import { readXml, type XmlAttributes } from './xml'

interface Open {
  readonly is: 'element' | 'relationship'
  readonly attributes: XmlAttributes
  name: string
  documentation: string
}

/**
 * Reads an ArchiMate model in the Open Group's exchange format. Elements, relations and properties are numbered in the
 * order in which they stand. Throws `Refused` for anything that is no such model.
 */
export function decodeOpenExchange(name: string, xml: string, encoding: Encoding): readonly DecodedFile[] {
  const elements: ModelElement[] = []
  const relations: ModelRelation[] = []
  const properties: ModelProperty[] = []
  const keys = new Map<string, string>()
  let definition = ''
  let open: Open | undefined
  let propertyKey: string | undefined
  let taking = false
  let text = ''
  readXml(xml, {
    open(tag, attributes, depth) {
      if (
        depth === 0 &&
        (tag !== 'model' || !/archimate/i.test(attributes.xmlns ?? Object.values(attributes).join(' ')))
      ) {
        throw new Refused('not-readable-format')
      }
      if (depth === 2 && (tag === 'element' || tag === 'relationship')) {
        open = { is: tag, attributes, name: '', documentation: '' }
      } else if (tag === 'propertyDefinition') {
        definition = attributes.identifier ?? ''
        keys.set(definition, attributes.name ?? definition)
      } else if (tag === 'property') propertyKey = attributes.propertyDefinitionRef ?? attributes.identifierref ?? ''
      taking = tag === 'name' || tag === 'documentation' || tag === 'value' || tag === 'label'
      text = ''
    },
    text(piece) {
      if (taking) text += piece
    },
    close(tag) {
      const said = text.trim()
      if (tag === 'name' && definition !== '') keys.set(definition, said)
      // Of several languages the first counts.
      else if (open !== undefined && (tag === 'name' || tag === 'label')) open.name ||= said
      else if (open !== undefined && tag === 'documentation') open.documentation ||= said
      else if (open !== undefined && tag === 'value' && propertyKey !== undefined) {
        const id = open.attributes.identifier ?? ''
        properties.push({ row: properties.length + 1, id, key: propertyKey, value: said })
      } else if (tag === 'property') propertyKey = undefined
      else if (tag === 'propertyDefinition') definition = ''
      else if (open?.is === tag) {
        take(open)
        open = undefined
      }
      taking = false
    },
  })
  function take({ is, attributes, name: label, documentation }: Open): void {
    const list = is === 'element' ? elements : relations
    const common = {
      row: list.length + 1,
      id: attributes.identifier ?? '',
      type: attributes['xsi:type'] ?? attributes.type ?? '',
      name: label,
      documentation,
      more: [],
    }
    if (is === 'element') elements.push(common)
    else relations.push({ ...common, source: attributes.source ?? '', target: attributes.target ?? '' })
  }
  const file: DecodedFile = {
    name,
    format: 'archimate',
    encoding,
    delimiter: 'xml',
    table: { header: [], rows: [], rowNumbers: [] },
  }
  const named = properties.map((property) => ({ ...property, key: keys.get(property.key) ?? property.key }))
  const lists = listsOfModel('archimate', { elements: file }, elements, relations, named)
  if (lists.length === 0) throw new Refused('no-list')
  return lists
}
