import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../../shared/import/refused'
import { readXml } from '../../../../shared/import/sources/xml'

/** The events of a text as short words, or the code of the refusal. */
function events(xml: string): unknown {
  const seen: string[] = []
  try {
    readXml(xml, {
      open: (name, attributes) =>
        seen.push(
          `<${name}${Object.entries(attributes)
            .map(([k, v]) => ` ${k}=${v}`)
            .join('')}>`,
        ),
      text: (text) => text.trim() !== '' && seen.push(text),
      close: (name) => seen.push(`</${name}>`),
    })
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : error
  }
  return seen.join('')
}

describe('XML', () => {
  it.each([
    ['<a>x</a>', '<a>x</a>'],
    ['\ufeff<?xml version="1.0"?>\n<!-- hi --><a b="1" x:c=\'2\'/>', '<a b=1 x:c=2></a>'],
    ['<m:a><m:b/>&lt;&amp;&#252;&#xfc;</m:a>', '<a><b></b><&üü</a>'],
    ['<a><![CDATA[<b>&]]></a>', '<a><b>&</a>'],
    ['<a b="x > y">z</a>', '<a b=x > y>z</a>'],
    ['<a __proto__="1"/>', '<a __proto__=1></a>'],
    ['<a>&#0;&#xd800;</a>', '<a>\ufffd\ufffd</a>'],
  ])('%s', (xml, expected) => {
    expect(events(xml)).toBe(expected)
  })

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'unsafe-text'],
    ['<a>&x;</a>', 'unsafe-text'],
    ['<a><!ENTITY x "y"></a>', 'unsafe-text'],
    ['<a>'.repeat(300), 'unsafe-text'],
    ['<a><b></a></b>', 'damaged-file'],
    ['<a/><b/>', 'damaged-file'],
    ['<a', 'damaged-file'],
    ['<a>', 'damaged-file'],
    ['<a b=1/>', 'damaged-file'],
    ['words', 'damaged-file'],
    ['', 'damaged-file'],
    ['<a>& </a>', 'damaged-file'],
  ])('%s is refused', (xml, code) => {
    expect(events(xml)).toBe(code)
  })

  test.prop([
    fc.array(
      fc.constantFrom('<', '>', '/', 'a', ' ', '"', "'", '=', '!', '--', '[', ']', '?', '&', ';', '<a>', '</a>'),
    ),
  ])('is read or refused, whatever it is', (signs) => {
    expect(typeof events(signs.join(''))).toBe('string')
  })

  it('is refused or read in no time, however it is built', () => {
    const started = performance.now()
    for (const piece of ['<a b="', '<!--', '<a ', '&#', '<![CDATA[', "<a b='x' "]) events(`<a>${piece.repeat(200_000)}`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
