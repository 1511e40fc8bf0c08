import { parseAllDocuments } from 'yaml'
import { Refused } from '../../shared/import/refused'
import { listsIn, tableOfRecords } from '../../shared/import/sources/records'
import type { DecodedFile, Encoding } from '../../shared/import/table'
import { numberText } from './xlsx-values'

/** Reading YAML takes its time; nobody writes more of it by hand. */
const YAML_CHARACTERS = 10 * 1024 * 1024
const YAML_ALIASES = 100

function scalarText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? numberText(value) : String(value)
}

/** In YAML every scalar stays the text it is ("1.10", "007", "no"), except for what says nothing. */
function yamlText(value: unknown): string {
  const text = scalarText(value)
  return text === '~' || /^null$/i.test(text) ? '' : text
}

function decoded(
  name: string,
  format: 'json' | 'yaml',
  encoding: Encoding,
  lists: ReturnType<typeof listsIn>,
): readonly DecodedFile[] {
  if (lists.length === 0) throw new Refused('no-list')
  const text = format === 'json' ? scalarText : yamlText
  return lists.map(({ part, list }) => ({
    name,
    format,
    ...(part === undefined ? {} : { part }),
    encoding,
    delimiter: format,
    table: tableOfRecords(list, text),
  }))
}

/** Anything a parser throws means that the text is broken, however it puts it. */
function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged-file')
  }
}

/** The lists in a JSON text, or its lines where each is a JSON object. Throws `Refused`, and nothing else. */
export function decodeJson(name: string, text: string, encoding: Encoding): readonly DecodedFile[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = parsed(() => {
      const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
      if (lines.length < 2) throw new Refused('damaged-file')
      return lines.map((line): unknown => JSON.parse(line))
    })
  }
  return parsed(() => decoded(name, 'json', encoding, listsIn(value)))
}

/** The lists in a YAML text; several documents are a list of records. Throws `Refused`, and nothing else. */
export function decodeYaml(name: string, text: string, encoding: Encoding): readonly DecodedFile[] {
  if (text.length > YAML_CHARACTERS) throw new Refused('unsafe-text', YAML_CHARACTERS)
  return parsed(() => {
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      customTags: [],
      merge: false,
      uniqueKeys: false,
      resolveKnownTags: false,
      logLevel: 'silent',
      prettyErrors: false,
    })
    if (!Array.isArray(documents)) throw new Refused('no-list')
    if (documents.some(({ errors }) => errors.length > 0)) throw new Refused('damaged-file')
    // Maps keep keys such as `__proto__` what they are: names.
    const values = documents
      .map((document): unknown => document.toJS({ mapAsMap: true, maxAliasCount: YAML_ALIASES }))
      .filter((value) => value !== null && value !== '')
    // A single entity of a catalogue is a record, whatever lists it has within.
    const [only] = values
    const isEntity = only instanceof Map && only.has('apiVersion') && only.has('kind')
    return decoded(name, 'yaml', encoding, values.length > 1 || isEntity ? listsIn(values) : listsIn(only))
  })
}
