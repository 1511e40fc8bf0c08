import { xml } from '../svg-text'
import type { ArchiModel, ModelItem } from './archi-model'

/**
 * The model as The Open Group's ArchiMate 3 exchange file: valid against its schema, opened by Archi and others. Whatever
 * a name holds stays text.
 * @param name what the model is called
 * @param language of its texts ("de")
 */
export function toOpenExchange({ elements, relations }: ArchiModel, name: string, language: string): string {
  const keys = new Map<string, string>()
  for (const { properties } of [...elements, ...relations]) {
    for (const [key] of properties) if (!keys.has(key)) keys.set(key, `propdef-${keys.size + 1}`)
  }
  const said = (tag: string, text: string) =>
    text === '' ? '' : `<${tag} xml:lang="${language}">${xmlLines(text)}</${tag}>`
  const inside = ({ name: label, documentation, properties }: ModelItem): string => {
    const values = properties.map(
      ([key, value]) => `<property propertyDefinitionRef="${keys.get(key)}">${said('value', value)}</property>`,
    )
    const all = values.length === 0 ? '' : `<properties>${values.join('')}</properties>`
    return `${said('name', label)}${said('documentation', documentation)}${all}`
  }
  const definitions = [...keys].map(
    ([key, id]) => `<propertyDefinition identifier="${id}" type="string"><name>${xml(key)}</name></propertyDefinition>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd" identifier="id-model">',
    said('name', name === '' ? 'Toolscape' : name),
    section(
      'elements',
      elements.map((each) => `<element identifier="${each.id}" xsi:type="${each.type}">${inside(each)}</element>`),
    ),
    section(
      'relationships',
      relations.map(
        (each) =>
          `<relationship identifier="${each.id}" source="${each.source}" target="${each.target}" xsi:type="${each.type}">${inside(each)}</relationship>`,
      ),
    ),
    section('propertyDefinitions', definitions),
    '</model>',
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n')
}

/** The schema allows no empty sections. */
function section(tag: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`<${tag}>`, ...lines, `</${tag}>`].join('\n')
}

/** Line breaks are kept: documentation and notes have them. */
function xmlLines(text: string): string {
  return text.split('\n').map(xml).join('\n')
}
