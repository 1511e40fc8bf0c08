import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@xyflow/react/dist/style.css'
import './theme.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { openSession } from './database/session'
import { bridge } from './files/bridge'
import { forgetOnSwitch } from './forget'
import { runHeadless } from './headless'
import { startStrings } from './i18n'
import { followInventory } from './river/landscape'
import { startWorkspaces } from './river/workspaces'
import { keepTable } from './screens/inventory/keep-table'
import { today } from './today'
import { useUi } from './ui-state'
import { listenToMain } from './window-events'

/** Where a run without a window works: its profile is thrown away at the end. */
const HEADLESS_WORKSPACE = 'main'

async function start(): Promise<void> {
  const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? ''
  setNonce(nonce)
  const { settings, version, headless } = await bridge.start()
  const language = headless?.language ?? settings.language
  await startStrings(language)
  useUi.setState({ settings: { ...settings, language } })
  if (headless !== undefined) {
    await openSession(HEADLESS_WORKSPACE, version, bridge)
    await bridge.headlessDone(
      await runHeadless(headless).catch((error: unknown) => ({
        ok: false as const,
        message: error instanceof Error ? error.message : String(error),
      })),
    )
    return
  }
  await startWorkspaces(version)
  await keepTable()
  forgetOnSwitch()
  followInventory(today)
  listenToMain()
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')
  createRoot(root).render(<App nonce={nonce} />)
}

void start()
