import { describe, expect, test } from 'vitest'
import { DIRECTION_WORDS, FREQUENCY_WORDS, METHOD_WORDS } from '../../../../shared/import/values/flow-vocabulary'
import { cleanLines, cleanText, cleanUrl } from '../../../../shared/import/values/text'
import * as vocabulary from '../../../../shared/import/values/vocabulary'
import { readWord, type Vocabulary } from '../../../../shared/import/values/words'

const meaning = (words: Vocabulary<unknown>, cell: string): unknown => {
  const result = readWord(cell, words)
  return result.is === 'value' ? result.value : result.is
}

describe('closed words, German, English and peers', () => {
  test.each([
    [
      vocabulary.STATUS_WORDS,
      {
        aktiv: 'active',
        'in Betrieb': 'active',
        'in Ablösung': 'phasing-out',
        'wird abgelöst': 'phasing-out',
        abgeschaltet: 'retired',
        'nicht aktiv': 'retired',
        phaseOut: 'phasing-out',
        endOfLife: 'retired',
        geplant: 'planned',
        Pilot: 'planned',
        'Operation and Maintenance': 'active',
        irgendwas: 'bad',
        'n/a': 'unknown',
      },
    ],
    [
      vocabulary.HOSTING_WORDS,
      {
        cloudSaaS: 'cloud',
        SaaS: 'cloud',
        cloudPaaS: 'cloud',
        onPremise: 'on-premises',
        'On-Premise': 'on-premises',
        'eigenes Rechenzentrum': 'on-premises',
        'lokaler PC': 'desktop',
        hybrid: 'hybrid',
      },
    ],
    [
      vocabulary.CRITICALITY_WORDS,
      {
        missionCritical: 4,
        businessCritical: 3,
        businessOperational: 2,
        administrativeService: 1,
        geschäftskritisch: 4,
        'Tier 1 Business': 4,
        'Tier 3 / Non-critical': 1,
        'sehr hoch': 4,
        mittel: 2,
      },
    ],
    [vocabulary.FUNCTIONAL_FIT_WORDS, { perfect: 4, appropriate: 3, insufficient: 2, unreasonable: 1 }],
    [vocabulary.TECHNICAL_FIT_WORDS, { fullyAppropriate: 4, adequate: 3, unreasonable: 2, inappropriate: 1 }],
    [
      vocabulary.DATA_CLASS_WORDS,
      {
        'streng vertraulich': 'strictly-confidential',
        vertraulich: 'confidential',
        intern: 'internal',
        Green: 'public',
        Red: 'strictly-confidential',
      },
    ],
    [vocabulary.YES_NO_WORDS, { Ja: 'yes', NEIN: 'no', x: 'yes', True: 'yes', '?': 'unknown' }],
    [
      vocabulary.AI_WORDS,
      {
        nein: 'none',
        'integriert (Copilot)': 'embedded',
        ja: 'embedded',
        aiAgent: 'dedicated',
        'KI-Tool': 'dedicated',
        'keine KI': 'none',
      },
    ],
    [
      METHOD_WORDS,
      {
        'REST / GraphQL': 'api',
        'RFC/HTTP': 'api',
        JDBC: 'database',
        'CSV-Export': 'file',
        'per E-Mail': 'e-mail',
        abgetippt: 'by-hand',
        'manual upload': 'by-hand',
        Zapier: 'middleware',
        'AMQP → Kafka': 'middleware',
      },
    ],
    [
      FREQUENCY_WORDS,
      {
        realTime: 'real-time',
        täglich: 'daily',
        nightly: 'daily',
        'bei Bedarf': 'on-demand',
        monatlich: 'monthly',
        onDemand: 'on-demand',
        'every two weeks': 'bad',
      },
    ],
    [
      DIRECTION_WORDS,
      { beidseitig: 'both', '↔': 'both', '->': 'forward', '←': 'backward', einseitig: 'forward', 'two-way': 'both' },
    ],
  ] as [Vocabulary<unknown>, Record<string, unknown>][])('vocabulary %#', (words, examples) => {
    for (const [cell, expected] of Object.entries(examples))
      expect([cell, meaning(words, cell)]).toEqual([cell, expected])
  })
})

describe('text', () => {
  test.each([
    ['  a\u00a0 b\t c ', 'a b c'],
    ['[1Password](https://1password.com/) is [x](/handbook/#a) good', '1Password is x good'],
    ['<b>Bold</b> &amp; <br/>new', 'Bold & new'],
    ['Mu\u0308ller', 'Müller'],
    ['List<String> a < b', 'List<String> a < b'],
    ['<b></b>', '<b></b>'],
    ['a\u200bb\u0000', 'ab'],
  ])('%j', (cell, expected) => {
    expect(cleanText(cell)).toBe(expected)
  })

  test('line breaks survive where lines are wanted', () => {
    expect(cleanLines(' a \r\n b\r\n\r\n\r\nc ')).toBe('a\nb\n\nc')
    expect(cleanUrl('see [x](https://x.org/a)')).toBe('https://x.org/a')
  })
})
