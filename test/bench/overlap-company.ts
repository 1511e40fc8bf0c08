import { seededRandom } from '../../shared/inventory/random'
import { DEPARTMENTS, JOBS, type Job, ODD } from './overlap-words'

/** A list as a company would hand it over, and what its author knows about it. */
export interface PlantedCompany {
  readonly tools: string
  readonly flows: string
  /** Names of tools that do one job, in pairs; `duplicate`: one product under two names. */
  readonly pairs: readonly { readonly names: readonly [string, string]; readonly duplicate: boolean }[]
  /** Names of the tools with which anybody who knows the company would begin. */
  readonly best: readonly string[]
}

interface Row {
  readonly name: string
  readonly cells: readonly string[]
}

/**
 * An invented company: a job that many departments do with tools of their own and with work by hand (the place to
 * start: more departments, users, money and hours than any other, none of them by much), groups that look as good at one
 * look (more tools that hardly anybody uses; dear ones of one department; two with more to carry by hand), several
 * smaller ones, products that are listed twice under other names, and beside them tools of which there is one each. Names, categories and descriptions are in two languages, misspelt and missing as in real lists.
 * Same seed, same company.
 */
export function plantCompany(seed: number): PlantedCompany {
  const random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const chance = (share: number) => random() < share
  const shuffled = <T>(list: readonly T[]): T[] => {
    const all = [...list]
    for (let i = all.length - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[all[i], all[j]] = [all[j] as T, all[i] as T]
    }
    return all
  }
  const language = chance(0.5) ? 'de' : 'en'
  const other = language === 'de' ? 'en' : 'de'
  const tongue = () => (chance(0.75) ? language : other)
  const departments = DEPARTMENTS[language]
  const used = new Set<string>()
  const rows: Row[] = []
  const flows: string[][] = []
  const pairs: PlantedCompany['pairs'][number][] = []

  const messy = (name: string, vendor: string): string => {
    const variants = [
      name,
      `${name} ${pick(['Cloud', 'Enterprise', 'Pro', '2024', 'Server', 'Online'])}`,
      `${name} (${pick(['neu', 'alt', 'Test', 'prod', 'Werk Nord', 'legacy'])})`,
      name.toLowerCase(),
      name.toUpperCase(),
      name.startsWith(vendor.split(' ')[0] as string) ? name : `${vendor} ${name}`,
      ` ${name}  `,
      name.replaceAll(' ', ''),
    ]
    return variants[chance(0.55) ? 0 : below(variants.length)] as string
  }
  const add = (name: string, vendor: string, job: Job | undefined, facts: { places: string[]; scale: number }) => {
    const { places, scale } = facts
    const known = [chance(0.6), chance(0.6)]
    const category = job === undefined || known[0] !== true ? '' : pick(job.categories[tongue()])
    const described = job === undefined ? ODD.texts : job.descriptions
    const text = known[1] === true || job === undefined ? pick(described[tongue()]) : ''
    const users = chance(0.8) ? String(Math.round((5 + below(40)) * scale)) : ''
    const cost = chance(0.75) ? String(Math.round((1_500 + below(9_000)) * scale)) : ''
    const end = chance(0.5) ? `20${27 + below(3)}-0${1 + below(9)}-15` : ''
    const level = chance(0.5) ? String(1 + below(4)) : ''
    const vendorCell = chance(0.6) ? vendor : ''
    rows.push({
      name: name.trim(),
      cells: [name, vendorCell, category, text, places[0] ?? '', places.slice(1).join(', '), users, cost, end, level],
    })
    used.add(name.trim().toLowerCase())
  }
  const group = (job: Job, count: number, places: readonly string[], scale: number, each = 3): string[] => {
    const names: string[] = []
    for (const [product, vendor] of shuffled(job.products).slice(0, count)) {
      const name = messy(product, vendor)
      const own = shuffled(places).slice(0, 1 + below(Math.min(each, places.length)))
      add(name, vendor, job, { places: own, scale: scale * (0.7 + random() * 0.6) })
      names.push(name.trim())
    }
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1)) pairs.push({ names: [a, b], duplicate: false })
    return names
  }
  const carry = (source: string, target: string, hours: number) => {
    const data = pick(language === 'de' ? ['Kunden', 'Aufträge', 'Artikel'] : ['Customers', 'Orders', 'Items'])
    flows.push([
      source,
      target,
      data,
      pick(language === 'de' ? ['manuell', 'per Hand'] : ['manual', 'by hand']),
      String(hours),
    ])
  }

  const jobs = shuffled(JOBS)
  const best = group(jobs[0] as Job, 3 + below(2), departments, 1.8, 4)
  for (const [i, name] of best.entries()) carry(name, best[(i + 1) % best.length] as string, 6 + below(10))
  // More tools, but small ones of two departments: many cards on the map, and little to gain.
  group(jobs[1] as Job, 5, shuffled(departments).slice(0, 2), 0.3)
  // Dear, with many users, but one department's own affair and nothing carried by hand.
  group(jobs[2] as Job, 2, shuffled(departments).slice(0, 1), 3.5)
  // As much to carry by hand as in the best one, between two tools that hardly anybody else uses.
  const carried = group(jobs[3] as Job, 2, shuffled(departments).slice(0, 2), 0.5)
  carry(carried[0] as string, carried[1] as string, 15 + below(10))
  for (const job of jobs.slice(4, 6)) {
    const names = group(job, 2 + below(2), shuffled(departments).slice(0, 2), 1)
    if (chance(0.4)) carry(names[0] as string, names[1] as string, 1 + below(6))
  }
  for (const [i, job] of jobs.slice(6).entries()) {
    const [product, vendor] = pick(job.products)
    const places = [pick(departments)]
    const name = messy(product, vendor)
    add(name, vendor, job, { places, scale: 1 })
    if (i >= 5) continue
    const again = pick([
      `${product} ${pick(['Cloud', 'Server', 'Enterprise', '2023'])}`,
      `${product} (${pick(['Mandant 2', 'Werk Süd', 'tenant B', 'old'])})`,
      product.startsWith(vendor.split(' ')[0] as string) ? `${product} Online` : `${vendor} ${product}`,
      product.toUpperCase(),
    ])
    if (used.has(again.toLowerCase())) continue
    add(again, vendor, job, { places: [pick(departments)], scale: 0.6 })
    pairs.push({ names: [name.trim(), again], duplicate: true })
  }
  for (const name of shuffled(ODD.names).slice(0, 18)) {
    add(name, '', undefined, { places: [pick(departments)], scale: 0.8 })
  }
  for (let i = 0; i < 20; i++) {
    const [a, b] = [pick(rows).name, pick(rows).name]
    if (a !== b) flows.push([a, b, '', pick(['API', 'Datei', 'file', '']), ''])
  }
  const headers = HEADERS[language]
  const csv = (header: readonly string[], lines: readonly (readonly string[])[]) =>
    `${[header, ...lines].map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n')}\n`
  const tools = csv(
    headers.tools,
    shuffled(rows).map(({ cells }) => cells),
  )
  return { tools, flows: csv(headers.flows, flows), pairs, best }
}

const HEADERS = {
  de: {
    tools: [
      'Anwendung',
      'Hersteller',
      'Kategorie',
      'Beschreibung',
      'Abteilung',
      'Genutzt von',
      'Anzahl Nutzer',
      'Jährliche Kosten',
      'Vertragsende',
      'Kritikalität',
    ],
    flows: ['Quelle', 'Ziel', 'Daten', 'Übertragung', 'Stunden pro Monat'],
  },
  en: {
    tools: [
      'Application',
      'Vendor',
      'Category',
      'Description',
      'Department',
      'Used by',
      'Users',
      'Annual cost',
      'Contract end',
      'Criticality',
    ],
    flows: ['Source', 'Target', 'Data', 'Method', 'Hours per month'],
  },
} as const
