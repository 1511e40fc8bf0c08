import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptArguments, argumentsOf, type Channel, fromAppFrame } from '../../electron/doors'

const channels = Object.keys(argumentsOf) as Channel[]

describe('arguments at the gate', () => {
  it.each<[Channel, readonly unknown[]]>([
    ['start', []],
    ['setSettings', [{ language: 'de', theme: 'system' }]],
    ['save', ['map-svg', 'Karte', '<svg/>']],
    ['save', ['tools-csv', 'Tools', new Uint8Array([1])]],
    ['printPdf', ['<p>x</p>', { paper: 'A0', landscape: true }]],
    ['saveFolder', ['archi', [{ name: 'elements.csv', contents: 'x' }]]],
    ['openSample', ['northfield-services']],
    ['journalAppend', ['default', [{ sequence: 1, text: '{}' }]]],
    ['journalAppend', ['default', [{ sequence: 1, text: '}', pieces: 2 }]]],
    ['journalPiece', ['default', '{']],
    ['journalSnapshot', ['a-1', 7, '{}']],
    ['journalSnapshot', ['a-1', 7, '}', 2]],
    ['createWorkspace', ['Muster AG']],
    ['createWorkspace', ['Muster AG', { sequence: 1, text: '{}' }]],
    ['renameWorkspace', ['w-1', '']],
    ['countWorkspace', ['w-1', 0]],
    ['setProgress', [-1]],
    ['setMenuState', [{ enabled: { undo: true }, undoLabel: 'Import' }]],
    ['headlessDone', [{ ok: true, contents: ['x', new Uint8Array()] }]],
    ['headlessDone', [{ ok: true, contents: [[{ name: 'load-command.txt', contents: 'x' }]] }]],
    ['headlessDone', [{ ok: false, message: 'x' }]],
  ])('%s accepts %j', (channel, given) => expect(acceptArguments(channel, given)).toEqual(given))

  it.each<[Channel, readonly unknown[]]>([
    ['start', [1]],
    ['setSettings', []],
    ['setSettings', [{ language: 'de', theme: 'system', more: 1 }]],
    ['setSettings', [{ language: 'fr', theme: 'system' }]],
    ['save', ['map-svg', 'x']],
    ['save', ['exe', 'x', '']],
    ['save', ['map-svg', 'x'.repeat(501), '']],
    ['save', ['map-svg', 'x', { toString: 1 }]],
    ['save', ['map-svg', 'x', '', '/etc/passwd']],
    ['printPdf', ['<p>x</p>', { paper: 'A5', landscape: true }]],
    ['printPdf', ['<p>x</p>', { paper: 'A4', landscape: true, preload: 'x' }]],
    ['saveFolder', ['tools', [{ name: 'elements.csv', contents: 'x' }]]],
    ['saveFolder', ['archi', []]],
    ['saveFolder', ['archi', [{ name: '../elements.csv', contents: 'x' }]]],
    ['saveFolder', ['archi', [{ name: 'elements.csv/../x.csv', contents: 'x' }]]],
    ['saveFolder', ['archi', [{ name: 'elements.exe', contents: 'x' }]]],
    ['saveFolder', ['archi', [{ name: 'elements.csv\n', contents: 'x' }]]],
    [
      'saveFolder',
      [
        'archi',
        [
          { name: 'a.csv', contents: 'x' },
          { name: 'a.csv', contents: 'y' },
        ],
      ],
    ],
    ['headlessDone', [{ ok: true, contents: [[{ name: '/etc/passwd', contents: 'x' }]] }]],
    ['openSample', ['../../etc']],
    ['journalRead', ['../x']],
    ['journalRead', ['']],
    ['journalRead', ['A']],
    ['journalRead', ['con/x']],
    ['journalRead', ['a'.repeat(41)]],
    ['journalRead', ['a\n']],
    ['journalRead', [['a']]],
    ['journalAppend', ['a', [{ sequence: 0, text: '' }]]],
    ['journalAppend', ['a', [{ sequence: 1.5, text: '' }]]],
    ['journalAppend', ['a', [{ sequence: Number.NaN, text: '' }]]],
    ['journalAppend', ['a', [{ sequence: 1, text: '', more: 1 }]]],
    ['journalAppend', ['a', { length: 1 }]],
    ['journalAppend', ['a', [{ sequence: 1, text: '', pieces: -1 }]]],
    ['journalPiece', ['a', 'x'.repeat(4_000_001)]],
    ['journalSnapshot', ['a', Number.MAX_VALUE, '']],
    ['journalSnapshot', ['a', 1, '', 0.5]],
    ['createWorkspace', ['A', { sequence: 0, text: '{}' }]],
    ['createWorkspace', ['A', undefined]],
    ['renameWorkspace', ['../x', 'A']],
    ['deleteWorkspace', ['']],
    ['restoreWorkspace', ['../../etc']],
    ['removeWorkspace', ['.']],
    ['openWorkspace', ['a/b']],
    ['countWorkspace', ['a', -1]],
    ['setProgress', [2]],
    ['setProgress', [Number.NaN]],
    ['setMenuState', [{ enabled: { format: true } }]],
    ['setMenuState', [{ enabled: { undo: 'yes' } }]],
    ['headlessDone', [{ ok: true, contents: [1] }]],
    ['headlessDone', [{ ok: false }]],
  ])('%s refuses %j', (channel, given) => expect(acceptArguments(channel, given)).toBeUndefined())

  it('never throws and never lets anything pass that it would not pass again', () => {
    const anything = fc.array(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom(...channels), anything, (channel, given) => {
        const accepted = acceptArguments(channel, given)
        if (accepted !== undefined) expect(acceptArguments(channel, accepted)).toEqual(accepted)
      }),
      { numRuns: 20_000 },
    )
  })

  it('lets no workspace be anything but a plain folder name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (acceptArguments('journalRead', [text])) expect(text).toMatch(/^[a-z0-9-]{1,40}$/)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('fromAppFrame', () => {
  type Event = Parameters<typeof fromAppFrame>[0]
  const frame = (url: string) => ({ url })
  const event = (sender: object, senderFrame: object | null) => ({ sender, senderFrame }) as unknown as Event
  const main = frame('app://toolscape/index.html')
  const sender = { mainFrame: main }
  const ours = (candidate: unknown) => candidate === sender

  it('trusts the main frame of our window', () => expect(fromAppFrame(event(sender, main), ours)).toBe(true))

  it('refuses everybody else', () => {
    const foreign = frame('https://example.com/')
    expect(fromAppFrame(event(sender, null), ours)).toBe(false)
    expect(fromAppFrame(event(sender, frame('app://toolscape/index.html')), ours)).toBe(false)
    expect(fromAppFrame(event({ mainFrame: main }, main), ours)).toBe(false)
    expect(fromAppFrame(event({ mainFrame: foreign }, foreign), () => true)).toBe(false)
  })
})
