import { plantCompany } from './overlap-company'
import { groupsOfList } from './overlap-groups-list'
import { scoreCompany, totals } from './overlap-score'
import { argument, reporter, short } from './table'

const list = argument('groups-of')
if (list !== undefined) {
  console.log(groupsOfList(list, '2026-11-22').join('\n'))
  process.exit()
}

const report = reporter()
const first = Number(argument('seed') ?? 1)
const count = Number(argument('companies') ?? 20)
const companies = Array.from({ length: count }, (_, i) => ({
  seed: first + i,
  ...scoreCompany(plantCompany(first + i)),
}))
const all = totals(companies)
const share = (part: number, whole: number) => (whole === 0 ? '–' : short(part / whole))
report.add({
  title: `What is found of what was planted, ${count} invented companies`,
  columns: [
    'seed',
    'tools',
    'pairs',
    'recall',
    'precision',
    'duplicates as such',
    'in a suite',
    'rank of the best bundle',
  ],
  rows: companies.map((each) => [
    each.seed,
    each.tools,
    each.planted,
    share(each.found, each.planted),
    share(each.found, each.listed),
    `${each.duplicatesFound} of ${each.duplicates}`,
    each.inSuite,
    each.rank ?? '–',
  ]),
  notes: [
    `all: recall ${short(all.recall)}, precision ${short(all.precision)}, duplicates called so ${short(all.duplicates)}, planted bundle first ${short(all.first)}`,
    ...(process.argv.includes('--details')
      ? companies.flatMap(({ seed, missed, wrong }) => [
          `${seed} missed: ${missed.join('; ')}`,
          `${seed} wrong: ${wrong.join('; ')}`,
        ])
      : []),
  ],
})
