import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownArguments, parseCommandLine } from '../../electron/command-line'

const parse = (text: string) => parseCommandLine(text.split(' '))

describe('ownArguments', () => {
  const isApp = (text: string) => text === '/opt/app'
  it('drops the executable, and the app folder of an unpacked app with the switches before it', () => {
    expect(ownArguments(['exe', 'a.csv'], false, isApp)).toEqual(['a.csv'])
    expect(ownArguments(['exe', '--inspect=0', '-r', '/loader.js', '/opt/app', 'a.csv'], true, isApp)).toEqual([
      'a.csv',
    ])
    expect(ownArguments(['exe', '.', '--headless'], true, isApp)).toEqual(['--headless'])
  })
})

describe('a start with a window', () => {
  it('opens lists and leaves everything else alone', () => {
    expect(parse('--no-sandbox a.csv B.TSV notes.pdf --x=y.csv')).toEqual({ mode: 'window', files: ['a.csv', 'B.TSV'] })
  })
})

describe('a headless start', () => {
  it('takes several files, both spellings, and Chromium switches in between', () => {
    expect(
      parse('--headless --import a.csv b.csv --no-sandbox --import=c.csv --export map=m.svg tools=t.csv --lang de'),
    ).toEqual({
      mode: 'headless',
      request: {
        imports: ['a.csv', 'b.csv', 'c.csv'],
        exports: [
          { kind: 'map', file: 'm.svg' },
          { kind: 'tools', file: 't.csv' },
        ],
        language: 'de',
      },
    })
  })

  it('takes folders and the wish to hide what tells', () => {
    expect(parse('--headless --pseudonymise --import a.csv --export archi=out neo4j=graph')).toMatchObject({
      request: {
        exports: [
          { kind: 'archi', file: 'out' },
          { kind: 'neo4j', file: 'graph' },
        ],
        pseudonymise: true,
      },
    })
    expect(parse('--headless --import a.csv --export sql=a.sql')).not.toHaveProperty('request.pseudonymise')
  })

  it('takes how pictures are made, and the view that they show', () => {
    const line = '--headless --import a.json --view Verträge --scale 4 --transparent --paper a3 --tiles'
    expect(parse(`${line} --export png=m.png pdf=m.pdf`)).toMatchObject({
      request: { view: 'Verträge', picture: { scale: 4, transparent: true, paper: 'A3', tiled: true } },
    })
    expect(
      parseCommandLine(['--headless', '--import=a.json', '--view=Was endet 2027', '--export=deck=d.pptx']),
    ).toEqual({
      mode: 'headless',
      request: { imports: ['a.json'], exports: [{ kind: 'deck', file: 'd.pptx' }], view: 'Was endet 2027' },
    })
    expect(parse('--headless --import a.csv --export png=m.png')).not.toHaveProperty('request.picture')
  })

  it('keeps an equals sign in a file name', () => {
    expect(parse('--headless --import a.csv --export map=m.svg --mapping m.json n.json')).toMatchObject({
      request: { imports: ['a.csv'], mappings: ['m.json', 'n.json'] },
    })
    expect(parse('--headless --import a.csv --export report=a=b.json --log-level=3')).toMatchObject({
      request: { exports: [{ kind: 'report', file: 'a=b.json' }] },
    })
  })

  it.each([
    ['--headless', 'noImport'],
    ['--headless --import a.csv', 'noExport'],
    ['--headless --export map=m.svg', 'noImport'],
    ['--headless --import --export map=m.svg', 'missingValue'],
    ['--headless --import a.csv --export', 'missingValue'],
    ['--headless --import a.csv --export map=', 'missingValue'],
    ['--headless --import a.csv --export m.svg', 'unknownKind'],
    ['--headless --import a.csv --export docx=m.docx', 'unknownKind'],
    ['--headless --import a.csv --export map=m.svg tools=m.svg', 'sameTarget'],
    ['--headless --import a.csv --export map=m.svg --lang fr', 'unknownLanguage'],
    ['--headless --import a.csv --export map=m.svg --lang', 'missingValue'],
    ['--headless --import a.csv --export map=m.svg --lang de en', 'unexpected'],
    ['--headless --import a.csv --pseudonymise x --export sql=m.sql', 'unexpected'],
    ['--headless --import a.csv --pseudonymize --export sql=m.sql', 'unknownOption'],
    ['--headless a.csv --export map=m.svg', 'unexpected'],
    ['--headless --import a.csv --no-sandbox b.csv --export map=m.svg', 'unexpected'],
    ['--headless --import a.csv --export png=m.png --scale 5', 'unknownScale'],
    ['--headless --import a.csv --export png=m.png --scale', 'missingValue'],
    ['--headless --import a.csv --export png=m.png --scale 2 3', 'unexpected'],
    ['--headless --import a.csv --export pdf=m.pdf --paper A5', 'unknownPaper'],
    ['--headless --import a.csv --export pdf=m.pdf --tiles 3', 'unexpected'],
    ['--headless --import a.csv --export pdf=m.pdf --scale 3', 'pointless'],
    ['--headless --import a.csv --export png=m.png --paper A4', 'pointless'],
    ['--headless --import a.csv --export png=m.png --tiles', 'pointless'],
    ['--headless --import a.csv --export deck=m.pptx --transparent', 'pointless'],
    ['--headless --import a.csv --export sql=m.sql --view A', 'pointless'],
    ['--headless --import a.csv --export map=m.svg --views A', 'unknownOption'],
    ['--headless --import a.csv --export pdf=m.pdf --tile', 'unknownOption'],
    ['--headless --imports a.csv --export map=m.svg', 'unknownOption'],
    ['--headless --import a.csv --exprot map=m.svg', 'unknownOption'],
  ])('refuses %s', (text, key) => expect(parse(text)).toMatchObject({ mode: 'refused', problem: { key } }))

  it('never throws and never loses a file without a word', () => {
    const word = fc.constantFrom(
      '--import',
      '--export',
      '--lang',
      'map=a',
      'tools=b',
      'x.csv',
      '--no-sandbox',
      'de',
      '',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string())), (words) => {
        const line = parseCommandLine(['--headless', ...words])
        expect(['headless', 'refused']).toContain(line.mode)
        if (line.mode !== 'headless') return
        const given = words.filter((text) => text === 'x.csv').length
        expect(line.request.imports.filter((file) => file === 'x.csv')).toHaveLength(given)
      }),
    )
  })
})
