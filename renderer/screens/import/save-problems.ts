import { encodeCsv } from '../../files/csv-codec'
import { flavourOf } from '../../files/flavours'
import type { T } from '../../i18n'
import { translate } from '../../i18n'
import { save } from '../../river/save-exports'
import { useUi } from '../../ui-state'
import { type Problem, toCsvRows } from './problem-rows'
import { whyWord } from './words'

const COLUMNS = ['file', 'row', 'column', 'text', 'why', 'consequence'] as const

/** Asks where and writes the problems as CSV, the way the language's spreadsheet programs like it. */
export async function saveProblems(problems: readonly Problem[]): Promise<void> {
  const t: T = translate
  const rows = toCsvRows(problems, {
    header: COLUMNS.map((column) => t(`importScreen:problems.${column}`)),
    why: (problem) => whyWord(t, problem),
    consequence: (severity) => t(`importScreen:problems.severity.${severity}`),
  })
  await save('problems-csv', encodeCsv(rows, flavourOf(useUi.getState().settings.language)))
}
