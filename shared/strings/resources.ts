import { analysisStrings } from './analysis'
import { commonStrings } from './common'
import { detailStrings } from './detail'
import { exportStrings } from './export'
import { importColumnsStrings } from './import-columns'
import { importFieldsStrings } from './import-fields'
import { importQuestionsStrings } from './import-questions'
import { importScreenStrings } from './import-screen'
import { importTroubleStrings } from './import-trouble'
import { inventoryStrings } from './inventory'
import { listsStrings } from './lists'
import { mapStrings } from './map'
import { mapEditStrings } from './map-edit'
import { mapLookStrings } from './map-look'
import { mapScreenStrings } from './map-screen'
import { nativeStrings } from './native'
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
    native: nativeStrings.en,
    shell: shellStrings.en,
    start: startStrings.en,
    mapScreen: mapScreenStrings.en,
    mapLook: mapLookStrings.en,
    mapEdit: mapEditStrings.en,
    detail: detailStrings.en,
    lists: listsStrings.en,
    workspaces: workspacesStrings.en,
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
    native: nativeStrings.de,
    shell: shellStrings.de,
    start: startStrings.de,
    mapScreen: mapScreenStrings.de,
    mapLook: mapLookStrings.de,
    mapEdit: mapEditStrings.de,
    detail: detailStrings.de,
    lists: listsStrings.de,
    workspaces: workspacesStrings.de,
  },
} as const
