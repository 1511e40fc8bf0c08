import { notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import { forgetDesk } from './canvas/paint-desk'
import { useWorkspace } from './database/workspace'
import { syncFiles } from './screens/import/read-files'
import { switchTable } from './screens/inventory/keep-table'
import { forgetContents } from './screens/inventory/table-settings'
import { forgetList } from './screens/map/list-shown'
import { forgetLook } from './screens/map/look-state'
import { forgetPresentation } from './screens/map/presentation'
import { forgetMatrix } from './screens/matrix/matrix-state'
import { forgetScenarios } from './screens/scenarios/scenario-state'
import { forgetWorkspace } from './ui-state'

/**
 * In the moment another workspace is shown, everything else that speaks of the one before is forgotten: selection,
 * search, waiting files, filters, notes. What screens remember by themselves goes with them (App draws them anew), and
 * the landscape looks after itself. Whoever adds a store sees to it here; test/renderer/switch-workspace.test.ts lists them.
 */
export function forgetOnSwitch(): () => void {
  return useWorkspace.subscribe((state, before) => {
    if (state.visit === before.visit) return
    forgetWorkspace()
    switchTable(forgetContents)
    forgetLook()
    forgetList()
    forgetPresentation()
    forgetScenarios()
    forgetMatrix()
    forgetDesk()
    syncFiles([])
    spotlight.close()
    notifications.clean()
  })
}
