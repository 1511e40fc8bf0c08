import { z } from 'zod'
import { LANGUAGES, type Language, type Settings } from '../shared/bridge'

const THEMES = ['light', 'dark', 'system'] as const

/** German when the user's first language is German, otherwise English. */
export function languageOf(preferred: readonly string[]): Language {
  return /^de\b/i.test(preferred[0] ?? '') ? 'de' : 'en'
}

/** Settings from whatever the file holds. Each field falls back by itself, so one bad value doesn't cost the others. */
export function parseSettings(text: string | undefined, language: Language): Settings {
  const fields = z.object({
    language: z.enum(LANGUAGES).catch(language),
    theme: z.enum(THEMES).catch('system'),
  })
  return fields.catch({ language, theme: 'system' }).parse(parseJson(text))
}

/** JSON, or undefined when it is none. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
