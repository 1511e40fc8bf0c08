import { HEADLESS_KINDS, type HeadlessKind, LANGUAGES, type Language } from '../shared/bridge'
import { isList } from './file-names'

export interface HeadlessRequest {
  readonly imports: readonly string[]
  readonly exports: readonly { readonly kind: HeadlessKind; readonly file: string }[]
  readonly language?: Language
  /** Mapping files; none when nobody named one. */
  readonly mappings?: readonly string[]
  readonly pseudonymise?: true
}

/** What is wrong with a command line: a key of native:headless and the values its sentence needs. */
export interface CommandLineProblem {
  readonly key:
    | 'missingValue'
    | 'unexpected'
    | 'unknownOption'
    | 'unknownKind'
    | 'unknownLanguage'
    | 'noImport'
    | 'noExport'
    | 'sameTarget'
  readonly values: Readonly<Record<string, string>>
}

export type CommandLine =
  | { readonly mode: 'window'; readonly files: readonly string[] }
  | { readonly mode: 'headless'; readonly request: HeadlessRequest }
  | { readonly mode: 'refused'; readonly problem: CommandLineProblem }

const OURS = ['--headless', '--import', '--export', '--lang', '--mapping', '--pseudonymise'] as const
type Option = (typeof OURS)[number]
/** They stand alone. */
const FLAGS: ReadonlySet<Option> = new Set<Option>(['--headless', '--pseudonymise'])

/** The arguments that are the user's: without the executable and, for an unpacked app, without the app's folder. */
export function ownArguments(argv: readonly string[], unpacked: boolean, isAppFolder: (text: string) => boolean) {
  if (!unpacked) return argv.slice(1)
  const named = argv.findIndex((text, index) => index > 0 && isAppFolder(text))
  const at = named > 0 ? named : argv.findIndex((text, index) => index > 0 && !text.startsWith('-'))
  // Switches before the folder are Electron's and Chromium's (a debugger's, for example).
  return at < 0 ? argv.slice(1) : argv.slice(at + 1)
}

/** Understands the user's arguments. Without `--headless` a start with files opens them in the window. */
export function parseCommandLine(given: readonly string[]): CommandLine {
  if (!given.includes('--headless')) {
    return { mode: 'window', files: given.filter((text) => !text.startsWith('-') && isList(text)) }
  }
  const imports: string[] = []
  const mappings: string[] = []
  const exports: { kind: HeadlessKind; file: string }[] = []
  let language: Language | undefined
  let option: Option | undefined
  let pseudonymise = false
  // How many values the current option has had; `--lang` takes one, the others take several.
  let values = 0
  for (const text of given.flatMap(splitAssignment)) {
    if (text.startsWith('--') || /^-[a-z]$/i.test(text)) {
      if (isIncomplete(option, values)) return refused('missingValue', { option: option ?? '' })
      option = OURS.find((ours) => ours === text)
      if (!option && looksLikeOurs(text)) return refused('unknownOption', { text })
      if (option === '--pseudonymise') pseudonymise = true
      values = 0
      continue
    }
    values += 1
    if (option === '--import') imports.push(text)
    else if (option === '--mapping') mappings.push(text)
    else if (option === '--export') {
      const [kindText, file] = splitAtFirst(text)
      const kind = HEADLESS_KINDS.find((known) => known === kindText)
      if (!kind) return refused('unknownKind', { text: kindText, kinds: HEADLESS_KINDS.join(', ') })
      if (!file) return refused('missingValue', { option: `--export ${kind}=` })
      if (exports.some((other) => other.file === file)) return refused('sameTarget', { file })
      exports.push({ kind, file })
    } else if (option === '--lang' && values === 1) {
      language = LANGUAGES.find((known) => known === text)
      if (!language) return refused('unknownLanguage', { text })
    } else return refused('unexpected', { text })
  }
  if (isIncomplete(option, values)) return refused('missingValue', { option: option ?? '' })
  if (imports.length === 0) return refused('noImport', {})
  if (exports.length === 0) return refused('noExport', {})
  return {
    mode: 'headless',
    request: {
      imports,
      exports,
      ...(language === undefined ? {} : { language }),
      ...(mappings.length === 0 ? {} : { mappings }),
      ...(pseudonymise ? { pseudonymise: true } : {}),
    },
  }
}

/** `--import=FILE` is the same as `--import FILE`. */
function splitAssignment(text: string): readonly string[] {
  const option = OURS.find((ours) => text.startsWith(`${ours}=`))
  return option ? [option, text.slice(option.length + 1)] : [text]
}

function splitAtFirst(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function isIncomplete(option: Option | undefined, values: number): boolean {
  return option !== undefined && !FLAGS.has(option) && values === 0
}

/**
 * Chromium has hundreds of switches and all must pass (`--no-sandbox`, `--disable-gpu`, `--log-level=3`). Only what
 * looks like one of ours misspelt is refused, because its values would be lost without a word.
 */
function looksLikeOurs(text: string): boolean {
  return /^--(?:imp|exp(?!ose)|lan|head|mapp|pseud|anonym)/i.test(text)
}

function refused(key: CommandLineProblem['key'], values: Readonly<Record<string, string>>): CommandLine {
  return { mode: 'refused', problem: { key, values } }
}
