import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../shared/bridge'
import { resources } from '../shared/strings/resources'
import type { Translate } from '../shared/strings/words'

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${P}${K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K}`
    : Leaves<T[K], `${P}${K}.`>
}[keyof T & string]

/** Every key there is, as `area:path`: a typing mistake in a key doesn't compile. */
export type StringKey = {
  [A in keyof typeof resources.en & string]: `${A}:${Leaves<(typeof resources.en)[A]>}`
}[keyof typeof resources.en & string]

/** Starts i18next with both languages. Missing keys throw in development and in tests instead of showing the key. */
export async function startStrings(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources.en),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  document.documentElement.lang = language
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Translates outside of components. */
export const translate: Translate = (key, values) => String(i18next.t(key as never, values as never))

/** Translates into a language that need not be the window's, for what leaves. */
export function translateIn(language: Language): Translate {
  const t = i18next.getFixedT(language)
  return (key, values) => String(t(key as never, values as never))
}

export type T = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string

/** Translates in a component, which is drawn again when the language changes. */
export function useT(): T {
  const { t } = useTranslation()
  return t as unknown as T
}
