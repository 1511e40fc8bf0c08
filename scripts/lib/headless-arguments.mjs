import path from 'node:path'
import { Trouble } from './project.mjs'

export const USAGE =
  'Usage: npm run -s headless -- --import FILE … --export KIND=FILE … [--mapping FILE …] [--pseudonymise] [--lang de|en] [--timeout SECONDS]\n' +
  '       [--view NAME] [--scale 1|2|3|4] [--transparent] [--paper A4|A3|A0] [--tiles]\n' +
  '       KIND: map (SVG), png, pdf, drawio, mermaid, deck (PowerPoint), summary, book (PDF),\n' +
  '             summary-html, book-html, workbook (Excel), tools, flows, departments (CSV), report (JSON),\n' +
  '             archimate (XML), archi (a folder of CSV), leanix, turbo-ea (Excel), backstage (YAML),\n' +
  '             neo4j (a folder of CSV), sql, workspace (JSON)\n' +
  '       --view: pictures, deck and summary show the saved view of this title instead of everything\n' +
  '       --scale: pixels of a PNG to a pixel of the map (2) · --transparent: SVG and PNG without their ground\n' +
  '       --paper: of a map as PDF (A3) · --tiles: over several sheets to be glued together'

const FLAGS = ['--pseudonymise', '--transparent', '--tiles']
/** They take one value, which the app judges. */
const SINGLE = ['--view', '--scale', '--paper']
const NAMES = ['--import', '--export', '--mapping', '--lang', '--timeout', ...FLAGS, ...SINGLE]
const DEFAULT_TIMEOUT = 600

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new Trouble(`${reason}\n${USAGE}`, 2)
}

/** Pairs of option and value; one option may be followed by several values. @param {readonly string[]} args */
function* pairs(args) {
  let name = ''
  let isWaiting = false
  for (const arg of args) {
    const [, option, value] = /^(--[a-z]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (option === undefined) {
      if (!name) refuse(`Not understood: ${arg}`)
      yield { name, value: arg }
      isWaiting = false
      continue
    }
    if (!NAMES.includes(option)) refuse(`Unknown option: ${option}`)
    if (isWaiting) refuse(`${name} needs a value.`)
    if (FLAGS.includes(option)) {
      if (value !== undefined) refuse(`${option} takes no value.`)
      yield { name: option, value: '' }
      name = ''
      isWaiting = false
      continue
    }
    name = option
    isWaiting = value === undefined
    if (value !== undefined) yield { name, value }
  }
  if (isWaiting) refuse(`${name} needs a value.`)
}

/**
 * What the command line asks for, with absolute paths for the app, whose own folder is another.
 * @param {readonly string[]} args @param {string} folder @param {(file: string) => boolean} exists
 * @returns {{ args: string[], imports: string[], timeout: number }}
 */
export function readHeadlessArguments(args, folder, exists) {
  let timeout = DEFAULT_TIMEOUT
  /** @type {string[]} */
  const imports = []
  /** @type {string[]} */
  const ready = []
  for (const { name, value } of pairs(args)) {
    if (name === '--timeout') {
      timeout = Number(value)
      if (!(timeout > 0 && timeout <= 86_400)) refuse(`Not a number of seconds: ${value}`)
    } else if (FLAGS.includes(name)) ready.push(name)
    else if (SINGLE.includes(name)) ready.push(name, value)
    else if (name === '--lang') {
      if (value !== 'de' && value !== 'en') refuse(`Not a language the app speaks: ${value}`)
      ready.push(name, value)
    } else if (name === '--export') {
      const [, kind, file] = /^([a-z][a-z0-9-]*)=(.+)$/s.exec(value) ?? refuse(`Not KIND=FILE: ${value}`)
      ready.push(name, `${kind}=${path.resolve(folder, String(file))}`)
    } else {
      const file = path.resolve(folder, value)
      if (!exists(file)) throw new Trouble(`No such file: ${value}`, 2)
      if (name === '--import') imports.push(file)
      ready.push(name, file)
    }
  }
  if (imports.length === 0) refuse('Nothing to import.')
  return { args: ready, imports, timeout }
}

/** Where relative paths start: npm runs scripts in the project's folder, but keeps the one they were typed in. @param {NodeJS.ProcessEnv} env @param {string} here */
export const typedIn = (env, here) => (env.npm_lifecycle_event === 'headless' && env.INIT_CWD ? env.INIT_CWD : here)
