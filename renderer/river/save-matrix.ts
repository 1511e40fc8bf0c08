import { dataMatrixSteps } from '../../shared/analysis/matrix/data-matrix'
import { flowMatrixSteps } from '../../shared/analysis/matrix/flow-matrix'
import { functionMatrixSteps } from '../../shared/analysis/matrix/function-matrix'
import {
  dataColumns,
  dataMatrixRows,
  dataMatrixTable,
  flowMatrixRows,
  flowMatrixTable,
  functionMatrixRows,
  functionMatrixTable,
} from '../../shared/export/to-matrix-tables'
import type { ExportTable } from '../../shared/export/to-tables'
import { useWorkspace } from '../database/workspace'
import { encodeCsv } from '../files/csv-codec'
import { flavourOf } from '../files/flavours'
import { today } from '../today'
import { useUi } from '../ui-state'
import { domainNames } from './catalogue'
import { CURRENCY_OF } from './currency'
import { judgeInWorker } from './landscape'
import { save } from './save-exports'
import { runInSlices } from './steps'

/** The three matrices. */
export type MatrixKind = 'functions' | 'flows' | 'data'
/** As a matrix, with a column for each; or a row for each filled cell. */
export type MatrixForm = 'matrix' | 'rows'

/** Saves a matrix of the inventory as it is now, as CSV in the language's flavour. */
export async function exportMatrix(kind: MatrixKind, form: MatrixForm): Promise<void> {
  const { language } = useUi.getState().settings
  const { header, rows } = await tableOf(kind, form, language)
  await save('matrix-csv', encodeCsv([header, ...rows], flavourOf(language)))
}

async function tableOf(kind: MatrixKind, form: MatrixForm, language: 'de' | 'en'): Promise<ExportTable> {
  const { inventory } = useWorkspace.getState()
  if (kind === 'flows') {
    const matrix = await runInSlices(flowMatrixSteps(inventory))
    return (form === 'matrix' ? flowMatrixTable : flowMatrixRows)(matrix, inventory, language)
  }
  if (kind === 'data') {
    const matrix = await runInSlices(dataMatrixSteps(inventory))
    return form === 'rows'
      ? dataMatrixRows(matrix, inventory, language)
      : dataMatrixTable(matrix, dataColumns(matrix, inventory), inventory, language)
  }
  const { assigned } = await judgeInWorker(inventory, today())
  const currency = CURRENCY_OF[language]
  const matrix = await runInSlices(functionMatrixSteps(inventory, assigned, currency))
  const options = { language, domains: domainNames(language) }
  return form === 'matrix'
    ? functionMatrixTable(matrix, assigned, inventory, options)
    : functionMatrixRows(matrix, assigned, inventory, options, currency)
}
