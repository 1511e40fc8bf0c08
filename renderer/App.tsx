import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useWorkspace } from './database/workspace'
import { useT } from './i18n'
import { Shell } from './screens/shell/Shell'
import { cssVariables, themeWith } from './theme'
import { type UiState, useUi } from './ui-state'

const selectTheme = (state: UiState) => state.settings.theme

/** The window's page: theme, notifications, and the shell with its screens. */
export function App({ nonce }: { readonly nonce: string }) {
  const t = useT()
  const scheme = useUi(selectTheme)
  const visit = useWorkspace((state) => state.visit)
  const close = t('shell:close')
  const theme = useMemo(() => themeWith(close), [close])
  return (
    <MantineProvider
      // A forced scheme can't be taken back to "as the system has it" in place.
      key={scheme === 'system' ? 'system' : 'chosen'}
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      {...(scheme === 'system' ? { defaultColorScheme: 'auto' as const } : { forceColorScheme: scheme })}
    >
      <Notifications position="bottom-right" containerWidth={360} />
      {/* In another workspace ids mean other things: whatever a screen remembers must go. */}
      <Shell key={visit} />
    </MantineProvider>
  )
}
