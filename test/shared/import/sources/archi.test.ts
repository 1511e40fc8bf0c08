import { describe, expect, it } from 'vitest'
import { decodeFile } from '../../../../renderer/files/decode-file'
import { arrowsOf } from '../../../builders'
import { bytesOf, importedTogether, namesOf, usesOf } from './sources-kit'

const ELEMENTS = `"ID","Type","Name","Documentation","Specialization"
"id-a1","ApplicationComponent","CRM","Customers",""
"id-a2","ApplicationComponent","ERP","",""
"id-a3","SystemSoftware","PostgreSQL","","Database"
"id-a4","ApplicationService","Billing","",""
"id-b1","BusinessActor","Sales","",""
"id-b2","BusinessActor","Field Sales","",""
"id-f1","BusinessFunction","Invoicing","",""
"id-g1","Grouping","Everything","",""
`
const RELATIONS = `"ID","Type","Name","Documentation","Source","Target","Specialization"
"id-r1","FlowRelationship","Orders","","id-a1","id-a2",""
"id-r2","ServingRelationship","","","id-a3","id-a2",""
"id-r3","ServingRelationship","","","id-a1","id-b1",""
"id-r4","AssignmentRelationship","","","id-b2","id-a1",""
"id-r5","CompositionRelationship","","","id-b1","id-b2",""
"id-r6","RealizationRelationship","","","id-a2","id-a4",""
"id-r7","ServingRelationship","","","id-a2","id-f1",""
"id-r8","AssociationRelationship","","","id-a1","id-a2",""
"id-r9","AggregationRelationship","","","id-g1","id-a1",""
`
const PROPERTIES = `"ID","Key","Value"
"id-a1","Vendor","Salesforce"
"id-a1","Annual cost","1200 EUR"
"id-f1","Note","x"
`

const EXPECTED = [
  'elements.csv › departments: departments 2 = 2 + 0 + 0 + 0',
  'relations.csv › parents: departments 1 = 0 + 1 + 0 + 0',
  'elements.csv › elements: tools 6 = 4 + 0 + 0 + 2',
  'properties.csv › properties: tools 3 = 0 + 2 + 0 + 1',
  'relations.csv › uses: tools 4 = 0 + 3 + 1 + 0',
  'relations.csv › relations: flows 4 = 2 + 0 + 0 + 2',
]

describe('Archi', () => {
  const files = [
    ['relations.csv', RELATIONS],
    ['elements.csv', ELEMENTS],
    ['properties.csv', PROPERTIES],
  ] as const

  it('puts its three files together, and every row is in exactly one list', () => {
    const { lines, after, plans } = importedTogether(files)
    expect(lines).toEqual(EXPECTED)
    expect(namesOf(after.tools)).toEqual(['Billing', 'CRM', 'ERP', 'PostgreSQL'])
    expect(arrowsOf(after)).toEqual(['CRM → ERP', 'PostgreSQL → ERP'])
    expect(usesOf(after)).toEqual(['CRM: Field Sales', 'CRM: Sales'])
    const crm = [...after.tools.values()].find(({ name }) => name === 'CRM')
    expect(crm).toMatchObject({
      vendor: 'Salesforce',
      annualCost: { minor: 120_000, currency: 'EUR' },
      externalId: 'id-a1',
    })
    expect([...after.tools.values()].find(({ name }) => name === 'Billing')?.partOf).toBe('ERP')
    expect(plans.flatMap(({ issues }) => issues.map(({ row, code, text }) => [row, code, text]))).toEqual([
      [8, 'other-type', 'BusinessFunction'],
      [9, 'other-type', 'Grouping'],
      [4, 'other-end', 'BusinessFunction'],
      [9, 'other-relation', 'AssociationRelationship'],
      [10, 'other-end', 'AggregationRelationship'],
    ])
  })

  it('changes nothing the second time', () => {
    const first = importedTogether(files)
    const { plans } = importedTogether(files, first.after, 2)
    expect(plans.flatMap(({ changes }) => changes)).toEqual([])
  })

  it('reads elements alone, and leaves lists of other things alone', () => {
    expect(importedTogether([['elements.csv', ELEMENTS]]).lines).toHaveLength(2)
    const other = importedTogether([['x.csv', 'ID,Type,Name,Documentation\n1,SaaS,Jira,\n']])
    expect(other.decoded[0]?.format).toBe('csv')
    expect(other.lines).toEqual(['x.csv: tools 1 = 1 + 0 + 0 + 0'])
    expect(importedTogether([['relations.csv', RELATIONS]]).lines).toEqual(['relations.csv: flows 9 = 9 + 0 + 0 + 0'])
  })
})

describe('ArchiMate Open Exchange', () => {
  const cell = (text: string) => text.replaceAll('"', '')
  const rows = (text: string) =>
    text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(cell))
  const element = ([id, type, name]: string[]) =>
    `<element identifier="${id}" xsi:type="${type}"><name xml:lang="en">${name}</name>${
      id === 'id-a1'
        ? '<documentation>Customers</documentation><properties><property propertyDefinitionRef="p1"><value xml:lang="en">Salesforce</value></property></properties>'
        : ''
    }</element>`
  const relation = ([id, type, name, , source, target]: string[]) =>
    `<relationship identifier="${id}" source="${source}" target="${target}" xsi:type="${type?.replace('Relationship', '')}"><name>${name}</name></relationship>`
  const model = `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">
<name>Example</name>
<elements>${rows(ELEMENTS).map(element).join('\n')}</elements>
<relationships>${rows(RELATIONS).map(relation).join('\n')}</relationships>
<organizations><item><label>Folder</label><item identifierRef="id-a1"/></item></organizations>
<propertyDefinitions><propertyDefinition identifier="p1" type="string"><name>Vendor</name></propertyDefinition></propertyDefinitions>
</model>`

  it('gives the same lists', () => {
    const { lines, after, decoded } = importedTogether([['model.xml', model]])
    expect(decoded[0]).toMatchObject({ format: 'archimate', encoding: 'utf-8', delimiter: 'xml' })
    expect(lines).toEqual([
      'model.xml › departments: departments 2 = 2 + 0 + 0 + 0',
      'model.xml › parents: departments 1 = 0 + 1 + 0 + 0',
      'model.xml › elements: tools 6 = 4 + 0 + 0 + 2',
      'model.xml › properties: tools 1 = 0 + 1 + 0 + 0',
      'model.xml › uses: tools 4 = 0 + 3 + 1 + 0',
      'model.xml › relations: flows 4 = 2 + 0 + 0 + 2',
    ])
    expect(arrowsOf(after)).toEqual(['CRM → ERP', 'PostgreSQL → ERP'])
    expect([...after.tools.values()].find(({ name }) => name === 'CRM')).toMatchObject({
      vendor: 'Salesforce',
      description: 'Customers',
    })
  })

  it('refuses XML that is none', () => {
    expect(() => decodeFile('x.xml', bytesOf('<html><body/></html>'))).toThrow('not-readable-format')
    expect(() => decodeFile('x.xml', bytesOf(model.replace('?>', '?><!DOCTYPE model>')))).toThrow('unsafe-text')
    expect(() => decodeFile('x.xml', bytesOf(model.slice(0, -20)))).toThrow('damaged-file')
  })
})
