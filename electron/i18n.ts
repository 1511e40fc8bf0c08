import { createInstance } from 'i18next'
import type { Language } from '../shared/bridge'
import { resources } from '../shared/strings/resources'
import type { Translate } from '../shared/strings/words'

const instance = createInstance()

// The words are bundled in, so this is done before the next line runs.
void instance.init({
  resources,
  fallbackLng: 'en',
  ns: Object.keys(resources.en),
  defaultNS: 'native',
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** The words of one language. */
export function translator(language: Language): Translate {
  const translate = instance.getFixedT(language)
  return (key, values) => String(translate(key as never, { ...values } as never))
}
