import {
  HEADLESS_KINDS,
  type HeadlessKind,
  LANGUAGES,
  type Language,
  PAPERS,
  type PictureOptions,
  SCALES,
} from '../shared/bridge'
import { isList } from './file-names'

export interface HeadlessRequest {
  readonly imports: readonly string[]
  readonly exports: readonly { readonly kind: HeadlessKind; readonly file: string }[]
  readonly language?: Language
  /** Mapping files; none when nobody named one. */
  readonly mappings?: readonly string[]
  readonly pseudonymise?: true
  /** The title of a saved view. */
  readonly view?: string
  readonly picture?: Partial<PictureOptions>
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
    | 'unknownScale'
    | 'unknownPaper'
    | 'pointless'
  readonly values: Readonly<Record<string, string>>
}

export type CommandLine =
  | { readonly mode: 'window'; readonly files: readonly string[] }
  | { readonly mode: 'headless'; readonly request: HeadlessRequest }
  | { readonly mode: 'refused'; readonly problem: CommandLineProblem }

const OURS = [
  '--headless',
  '--import',
  '--export',
  '--lang',
  '--mapping',
  '--pseudonymise',
  '--view',
  '--scale',
  '--transparent',
  '--paper',
  '--tiles',
] as const
type Option = (typeof OURS)[number]
/** They stand alone. */
const FLAGS: ReadonlySet<Option> = new Set<Option>(['--headless', '--pseudonymise', '--transparent', '--tiles'])
/** The kinds that are a picture of the map, or have one in them. */
const PICTURES: readonly HeadlessKind[] = ['map', 'png', 'pdf', 'drawio', 'mermaid', 'deck', 'summary', 'summary-html']
/** The kinds of export that an option is about; with none of them its value would be lost without a word. */
const ABOUT: Readonly<Partial<Record<Option, readonly HeadlessKind[]>>> = {
  '--view': PICTURES,
  '--scale': ['png'],
  '--transparent': ['map', 'png'],
  '--paper': ['pdf'],
  '--tiles': ['pdf'],
}

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
  let view: string | undefined
  let picture: Partial<PictureOptions> = {}
  const said = new Set<Option>()
  // How many values the current option has had; files may be several, everything else is one.
  let values = 0
  for (const text of given.flatMap(splitAssignment)) {
    if (text.startsWith('--') || /^-[a-z]$/i.test(text)) {
      if (isIncomplete(option, values)) return refused('missingValue', { option: option ?? '' })
      option = OURS.find((ours) => ours === text)
      if (!option && looksLikeOurs(text)) return refused('unknownOption', { text })
      if (option !== undefined) said.add(option)
      if (option === '--pseudonymise') pseudonymise = true
      if (option === '--transparent') picture = { ...picture, transparent: true }
      if (option === '--tiles') picture = { ...picture, tiled: true }
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
    } else if (option === '--view' && values === 1) view = text
    else if (option === '--scale' && values === 1) {
      const scale = SCALES.find((known) => text === String(known) || text === `${known}x`)
      if (!scale) return refused('unknownScale', { text, scales: SCALES.join(', ') })
      picture = { ...picture, scale }
    } else if (option === '--paper' && values === 1) {
      const paper = PAPERS.find((known) => known === text.toUpperCase())
      if (!paper) return refused('unknownPaper', { text, papers: PAPERS.join(', ') })
      picture = { ...picture, paper }
    } else return refused('unexpected', { text })
  }
  if (isIncomplete(option, values)) return refused('missingValue', { option: option ?? '' })
  if (imports.length === 0) return refused('noImport', {})
  if (exports.length === 0) return refused('noExport', {})
  for (const each of said) {
    const kinds = ABOUT[each]
    if (kinds !== undefined && !exports.some(({ kind }) => kinds.includes(kind))) {
      return refused('pointless', { option: each, kinds: kinds.join(', ') })
    }
  }
  return {
    mode: 'headless',
    request: {
      imports,
      exports,
      ...(language === undefined ? {} : { language }),
      ...(mappings.length === 0 ? {} : { mappings }),
      ...(pseudonymise ? { pseudonymise: true } : {}),
      ...(view === undefined ? {} : { view }),
      ...(Object.keys(picture).length === 0 ? {} : { picture }),
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
  return /^--(?:imp|exp(?!ose)|lan|head|mapp|pseud|anonym|views?$|scale|transparen|papers?$|til(?:es?|ing)$)/i.test(
    text,
  )
}

function refused(key: CommandLineProblem['key'], values: Readonly<Record<string, string>>): CommandLine {
  return { mode: 'refused', problem: { key, values } }
}
