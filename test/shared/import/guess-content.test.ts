import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeCsv } from '../../../renderer/files/csv-codec'
import type { GuessHints } from '../../../shared/import/guess-hints'
import { guessKind, guessMapping } from '../../../shared/import/guess-mapping'
import { FILE_KINDS, type FileKind } from '../../../shared/import/table'
import { arbMappedTable } from '../../arbitraries'

const tableOf = (text: string) => decodeCsv('list.csv', new TextEncoder().encode(text)).table

function guess(text: string, kind: FileKind = 'tools', hints: GuessHints = {}) {
  const table = tableOf(text)
  const { columns, reasons } = guessMapping(table, kind, hints)
  return Object.fromEntries(
    table.header.flatMap((header, i) => (columns[i] ? [[header, [columns[i], reasons?.[i]?.code]]] : [])),
  )
}
const fields = (text: string, kind: FileKind = 'tools') =>
  Object.fromEntries(Object.entries(guess(text, kind)).map(([header, found]) => [header, found?.[0]]))

const list = (header: string, ...cells: string[]) =>
  ['Tool', 'A', 'B', 'C', 'D', 'E', 'F']
    .map((tool, i) => `${tool};${i === 0 ? header : cells[(i - 1) % cells.length]}`)
    .join('\n')

describe('by content, where no heading helps', () => {
  test.each<[string, string[], string[] | undefined]>([
    ['Wer', ['a.b@x.de', 'c@y.org'], ['businessOwner', 'addresses']],
    ['IT-Team?', ['a.b@x.de', 'c@y.org'], ['technicalOwner', 'addresses']],
    ['Support', ['a.b@x.de', 'c@y.org'], undefined],
    ['p.', ['1.200 €', '90 €'], ['annualCost', 'amounts']],
    ['Kaufwert', ['1.200 €', '90 €'], undefined],
    ['p.', ['1200', '90'], undefined],
    ['Was gilt', ['aktiv', 'geplant'], ['status', 'few-words']],
    ['Wo', ['SaaS', 'on-premise'], ['hosting', 'few-words']],
    ['Stufe', ['hoch', 'niedrig'], undefined],
    ['Copilot drin', ['ja', 'nein'], ['ai', 'yes-no']],
    ['Irgendwas', ['ja', 'nein'], undefined],
    ['Wo genutzt', ['Einkauf', 'Vertrieb', 'IT'], ['owner', 'few-words']],
    ['Zahl', ['3', '4'], undefined],
  ])('%s: %j', (header, cells, expected) => {
    expect(guess(list(header, ...cells))[header]).toEqual(expected)
  })

  test('a currency beside its amounts', () => {
    expect(guess('Tool;Kosten;x\nA;5;EUR\nB;6;CHF\n').x).toEqual(['currency', 'currencies'])
    expect(guess('Tool;y;x\nA;a;EUR\nB;b;CHF\n').x).toBeUndefined()
  })

  test('a known heading beats everything that the cells could mean', () => {
    expect(guess('Tool;Ansprechpartner;Mail\nA;H. Albers;a@x.de\nB;T. Krüger;b@x.de\n')).toEqual({
      Tool: ['name', 'header'],
      Ansprechpartner: ['businessOwner', 'header'],
    })
  })

  test('what the inventory and the catalogue know', () => {
    const hints: GuessHints = {
      tools: new Set(['jira', 'slack', 'sap']),
      departments: new Set(['nord', 'sud']),
      isFunction: (word) => /^(?:CRM|ERP)$/.test(word),
      isProduct: (name) => /^(?:Miro|Figma|Zoom)$/.test(name),
    }
    expect(guess(list('Wo', 'Nord', 'Süd'), 'tools', hints).Wo).toEqual(['owner', 'known-departments'])
    expect(guess(list('y', 'CRM', 'ERP'), 'tools', hints).y).toEqual(['functions', 'known-functions'])
    expect(guess('x;y\n1;Jira\n2;Slack\n3;SAP\n', 'tools', hints)).toEqual({ y: ['name', 'known-tools'] })
    expect(guess('x;y\n1;Miro\n2;Figma\n3;Zoom\n', 'tools', hints)).toEqual({ y: ['name', 'known-products'] })
    expect(guess('p;q;Daten\nJira;SAP;a\nSlack;Jira;b\n', 'flows', hints)).toMatchObject({
      p: ['source', 'known-tools'],
      q: ['target', 'known-tools'],
    })
    expect(guessKind(tableOf('p;q;Daten\nJira;SAP;a\nSlack;Jira;b\n'), 'x.csv', hints)).toBe('flows')
  })

  test('the same table gives the same guess, no field twice, every guess with a reason and a confidence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILE_KINDS).chain(arbMappedTable), ({ table, mapping: { kind } }) => {
        const { columns, reasons } = guessMapping(table, kind)
        expect(guessMapping(table, kind).columns).toEqual(columns)
        columns.forEach((field, i) => {
          const confidence = reasons?.[i]?.confidence ?? 0
          expect(field === null ? confidence === 0 : confidence > 0 && confidence <= 1).toBe(true)
        })
        const once = columns.filter(
          (field) => field !== null && !['functions', 'usedBy', 'tags', 'notes'].includes(field),
        )
        expect(new Set(once).size).toBe(once.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('headings abroad and of the peers', () => {
  test('French', () => {
    expect(
      fields(
        "Nom de l'application;Éditeur;Service responsable;Nombre d'utilisateurs;Coût annuel;Hébergement;Statut;Criticité;Fin de contrat;Préavis;Données personnelles;Remarques\nJira;Atlassian;DSI;12;1 200 €;SaaS;en production;élevée;31/12/2026;3 mois;oui;x\n",
      ),
    ).toEqual({
      "Nom de l'application": 'name',
      Éditeur: 'vendor',
      'Service responsable': 'owner',
      "Nombre d'utilisateurs": 'users',
      'Coût annuel': 'annualCost',
      Hébergement: 'hosting',
      Statut: 'status',
      Criticité: 'criticality',
      'Fin de contrat': 'contractEnd',
      Préavis: 'noticeMonths',
      'Données personnelles': 'personalData',
      Remarques: 'notes',
    })
  })

  test('Dutch', () => {
    expect(
      fields(
        'Applicatie;Leverancier;Afdeling;Aantal gebruikers;Jaarlijkse kosten;Levensfase;Einddatum contract;Opzegtermijn;Persoonsgegevens;Opmerkingen\nJira;Atlassian;ICT;12;€ 1.200;in gebruik;31-12-2026;3 maanden;nee;x\n',
      ),
    ).toEqual({
      Applicatie: 'name',
      Leverancier: 'vendor',
      Afdeling: 'owner',
      'Aantal gebruikers': 'users',
      'Jaarlijkse kosten': 'annualCost',
      Levensfase: 'status',
      'Einddatum contract': 'contractEnd',
      Opzegtermijn: 'noticeMonths',
      Persoonsgegevens: 'personalData',
      Opmerkingen: 'notes',
    })
    expect(fields('Bronsysteem;Doelsysteem;Gegevens;Frequentie\nA;B;x;dagelijks\n', 'flows')).toEqual({
      Bronsysteem: 'source',
      Doelsysteem: 'target',
      Gegevens: 'dataObjects',
      Frequentie: 'frequency',
    })
  })

  test('Turbo EA, ServiceNow, Mercator, OS2kitos', () => {
    expect(fields('id;name;attr_hostingType;attr_numberOfUsers;rel:relAppToBC\n1;A;cloudSaaS;5;CRM\n')).toEqual({
      id: 'id',
      name: 'name',
      attr_hostingType: 'hosting',
      attr_numberOfUsers: 'users',
      'rel:relAppToBC': 'functions',
    })
    expect(
      fields('Provider Business Application;Subscriber Business Application;Interval\nA;B;daily\n', 'flows'),
    ).toEqual({
      'Provider Business Application': 'source',
      'Subscriber Business Application': 'target',
      Interval: 'frequency',
    })
    expect(fields('id;name;entity_resp_id;editor;functional_referent\n1;A;IT;SAP;P. Q\n')).toMatchObject({
      entity_resp_id: 'owner',
      editor: 'vendor',
      functional_referent: 'businessOwner',
    })
    expect(fields('from;to;interface;frequency\nA;B;X;daily\n', 'flows')).toEqual({
      from: 'source',
      to: 'target',
      interface: 'name',
      frequency: 'frequency',
    })
  })
})
