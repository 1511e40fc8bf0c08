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
import { runHeadless } from './headless'
import { startStrings } from './i18n'
import { followInventory } from './river/landscape'
import { today } from './today'
import { useUi } from './ui-state'
import { listenToMain } from './window-events'

/** The one workspace of this version; several side by side come with their own screen. */
const WORKSPACE = 'main'

async function start(): Promise<void> {
  const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? ''
  setNonce(nonce)
  const { settings, version, headless } = await bridge.start()
  const language = headless?.language ?? settings.language
  await startStrings(language)
  useUi.setState({ settings: { ...settings, language } })
  await openSession(WORKSPACE, version, bridge)
  if (headless !== undefined) {
    await bridge.headlessDone(
      await runHeadless(headless).catch((error: unknown) => ({
        ok: false as const,
        message: error instanceof Error ? error.message : String(error),
      })),
    )
    return
  }
  followInventory(today)
  listenToMain()
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root')
  createRoot(root).render(<App nonce={nonce} />)
}

void start()
