import { type Formats, formatsFor } from './format'
import { useLanguage } from './ui-state'

/** Numbers, money and dates as the chosen language writes them. */
export function useFormats(): Formats {
  return formatsFor(useLanguage())
}
