import type { Settings } from '../shared/bridge'
import { bridge } from './files/bridge'
import { switchLanguage } from './i18n'
import { useUi } from './ui-state'

/** Changes settings here, in the native menu and on disk. */
export async function changeSettings(changed: Partial<Settings>): Promise<void> {
  const settings = { ...useUi.getState().settings, ...changed }
  if (changed.language !== undefined) await switchLanguage(changed.language)
  useUi.setState({ settings })
  await bridge.setSettings(settings)
}
