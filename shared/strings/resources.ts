import { analysisStrings } from './analysis'
import { commonStrings } from './common'
import { deckStrings } from './deck'
import { deckStartStrings } from './deck-start'
import { detailStrings } from './detail'
import { exportStrings } from './export'
import { exportDialogStrings } from './export-dialog'
import { exportSheetsStrings } from './export-sheets'
import { importColumnsStrings } from './import-columns'
import { importFieldsStrings } from './import-fields'
import { importQuestionsStrings } from './import-questions'
import { importScreenStrings } from './import-screen'
import { importTroubleStrings } from './import-trouble'
import { inventoryStrings } from './inventory'
import { listsStrings } from './lists'
import { mapStrings } from './map'
import { mapCanvasStrings } from './map-canvas'
import { mapEditStrings } from './map-edit'
import { mapLookStrings } from './map-look'
import { mapScreenStrings } from './map-screen'
import { matrixStrings } from './matrix'
import { nativeStrings } from './native'
import { reportsStrings } from './reports'
import { scenariosStrings } from './scenarios'
import { shellStrings } from './shell'
import { startStrings } from './start'
import { workspacesStrings } from './workspaces'

/**
 * Every word the user reads, by area; each area's file holds both languages side by side and the compiler demands
 * that they have the same keys. Plurals as i18next wants them: `key_one`, `key_other`.
 */
export const resources = {
  en: {
    common: commonStrings.en,
    inventory: inventoryStrings.en,
    importScreen: {
      ...importScreenStrings.en,
      ...importFieldsStrings.en,
      ...importColumnsStrings.en,
      ...importQuestionsStrings.en,
      ...importTroubleStrings.en,
    },
    map: mapStrings.en,
    analysis: analysisStrings.en,
    export: exportStrings.en,
    exportDialog: exportDialogStrings.en,
    exportSheets: exportSheetsStrings.en,
    native: nativeStrings.en,
    shell: shellStrings.en,
    start: startStrings.en,
    scenarios: scenariosStrings.en,
    mapScreen: mapScreenStrings.en,
    mapLook: mapLookStrings.en,
    matrix: matrixStrings.en,
    mapCanvas: mapCanvasStrings.en,
    mapEdit: mapEditStrings.en,
    detail: detailStrings.en,
    lists: listsStrings.en,
    workspaces: workspacesStrings.en,
    deck: { ...deckStrings.en, ...deckStartStrings.en },
    reports: reportsStrings.en,
  },
  de: {
    common: commonStrings.de,
    inventory: inventoryStrings.de,
    importScreen: {
      ...importScreenStrings.de,
      ...importFieldsStrings.de,
      ...importColumnsStrings.de,
      ...importQuestionsStrings.de,
      ...importTroubleStrings.de,
    },
    map: mapStrings.de,
    analysis: analysisStrings.de,
    export: exportStrings.de,
    exportDialog: exportDialogStrings.de,
    exportSheets: exportSheetsStrings.de,
    native: nativeStrings.de,
    shell: shellStrings.de,
    start: startStrings.de,
    scenarios: scenariosStrings.de,
    mapScreen: mapScreenStrings.de,
    mapLook: mapLookStrings.de,
    matrix: matrixStrings.de,
    mapCanvas: mapCanvasStrings.de,
    mapEdit: mapEditStrings.de,
    detail: detailStrings.de,
    lists: listsStrings.de,
    workspaces: workspacesStrings.de,
    deck: { ...deckStrings.de, ...deckStartStrings.de },
    reports: reportsStrings.de,
  },
} as const
