import type { CsvFlavour } from './csv-codec'

const FLAVOURS: Readonly<Record<'de' | 'en', CsvFlavour>> = {
  // What German Excel opens by a double click without asking.
  de: { delimiter: ';', bom: true, newline: '\r\n', decimalComma: true },
  en: { delimiter: ',', bom: false, newline: '\n', decimalComma: false },
}

/** How a CSV file is written for readers of a language. */
export function flavourOf(language: 'de' | 'en'): CsvFlavour {
  return FLAVOURS[language]
}
