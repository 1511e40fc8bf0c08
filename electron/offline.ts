import { app, type Session } from 'electron'
import { isAppUrl, staysInside } from './links'

declare global {
  /** How many requests the filter has cancelled. For tests, which read it in the main process. */
  var toolscapeBlockedRequests: number
}

/** Switches that keep Chromium itself quiet. Must run before the app is ready. */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  // No name is ever looked up, not even by parts of Chromium that the request filter doesn't see.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // WebRTC is the one way out of a page that neither CSP nor the request filter covers.
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Puts the request filter and the refusals on every session there will ever be. Must run before the app is ready. */
export function stayOffline(): void {
  globalThis.toolscapeBlockedRequests = 0
  app.on('session-created', guardSession)
}

function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !staysInside(details.url)
    if (cancel) globalThis.toolscapeBlockedRequests += 1
    answer({ cancel })
  })
  // Even with spell checking off Chromium fetches dictionaries for the listed languages; an empty list stops it.
  session.setSpellCheckerLanguages([])
  // Electron's default is to grant. Presentations may fill the screen; nothing else is allowed.
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayDo(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => mayDo(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // Files leave only through the save dialog.
  session.on('will-download', (event) => event.preventDefault())
}

/** The one thing that a page may do besides drawing itself, and only our own page. */
function mayDo(permission: string, url: string): boolean {
  return permission === 'fullscreen' && isAppUrl(url)
}
