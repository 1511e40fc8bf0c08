import path from 'node:path'

/** @typedef {{ inventory: Record<string, number>, bundles: { rank: number, label: string, tools: unknown[], lever: number, effort: number, score: number }[] }} Report */

/** The language for the sample. @param {NodeJS.ProcessEnv} env @returns {'de' | 'en'} */
export function sampleLanguage(env) {
  // POSIX order: LC_ALL overrules LC_MESSAGES overrules LANG; an empty variable counts as unset.
  return /^de(?:[_.@-]|$)/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'de' : 'en'
}

const FILES = {
  de: { folder: 'muster-maschinenbau', names: ['anwendungen', 'abteilungen', 'schnittstellen'] },
  en: { folder: 'northfield-services', names: ['applications', 'departments', 'integrations'] },
}

/** The bundled sample's files. @param {string} root @param {'de' | 'en'} language */
export function sampleFiles(root, language) {
  const { folder, names } = FILES[language]
  return names.map((name) => path.join(root, 'assets', 'samples', folder, `${name}.csv`))
}

const TOP = 5

/** A count or a score, without a tail of digits. @param {unknown} value */
const number = (value) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : '–')

/** The few lines that tell what the analysis found. @param {Report} report */
export function summarise({ inventory, bundles }) {
  const rows = bundles
    .slice(0, TOP)
    .map(({ rank, label, tools, lever, effort, score }) => [
      `${number(rank)}.`,
      label,
      `${tools.length} tools`,
      `lever ${number(lever)}`,
      `effort ${number(effort)}`,
      `score ${number(score)}`,
    ])
  const width = Math.max(0, ...rows.map(([, label]) => String(label).length))
  return [
    `${inventory.tools} tools, ${inventory.departments} departments, ${inventory.functions} functions, ${inventory.flows} data flows.`,
    rows.length > 0 ? 'Where to start:' : 'No bundle of overlapping tools found.',
    ...rows.map(([rank, label, ...facts]) => `  ${rank} ${String(label).padEnd(width)}  ${facts.join(', ')}`),
  ]
}
