import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consoleError } from '../../electron/console-message'
import { languageOf, parseSettings } from '../../electron/settings'

describe('settings', () => {
  it('reads what was written', () => {
    expect(parseSettings('{"language":"de","theme":"dark"}', 'en')).toEqual({ language: 'de', theme: 'dark' })
  })

  it('loses only the field that is wrong', () => {
    expect(parseSettings('{"language":"fr","theme":"dark","more":1}', 'de')).toEqual({ language: 'de', theme: 'dark' })
  })

  it('falls back on rubbish', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { language, theme } = parseSettings(text, 'en')
        expect(['de', 'en']).toContain(language)
        expect(['light', 'dark', 'system']).toContain(theme)
      }),
    )
    expect(parseSettings(undefined, 'de')).toEqual({ language: 'de', theme: 'system' })
  })

  it('speaks German to whoever prefers it', () => {
    expect(['de', 'de-AT', 'DE-CH', 'de_DE'].map((l) => languageOf([l, 'en']))).toEqual(['de', 'de', 'de', 'en'])
    expect([['en-GB', 'de'], ['fr'], [], ['den']].map(languageOf)).toEqual(['en', 'en', 'en', 'en'])
  })
})

describe('consoleError', () => {
  it('understands Electron 33 and the newer form', () => {
    expect(consoleError({}, 3, 'boom')).toBe('boom')
    expect(consoleError({}, 2, 'careful')).toBeUndefined()
    expect(consoleError({ level: 'error', message: 'boom' })).toBe('boom')
    expect(consoleError({ level: 'warning', message: 'careful' })).toBeUndefined()
    expect(consoleError(null)).toBeUndefined()
  })
})
