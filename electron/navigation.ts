import { app, type BrowserWindow, dialog, shell, type WebContents } from 'electron'
import type { Translate } from '../shared/strings/words'
import { judgeExternalLink } from './links'

/**
 * Nothing ever navigates and nothing opens a window: the app is one page, loaded once. This holds for every page there
 * will ever be, not only for the one we make. Must run before the app is ready.
 */
export function forbidNavigation(window: () => BrowserWindow | undefined, words: () => Translate): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault()
      void offerExternalLink(event.url, window(), words())
    })
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void offerExternalLink(url, window(), words())
      return { action: 'deny' }
    })
  })
}

let asking = false

/** Hands a link to the system after the user has seen where it leads. One question at a time: a page can't pile up. */
async function offerExternalLink(address: string, parent: BrowserWindow | undefined, t: Translate): Promise<void> {
  const link = judgeExternalLink(address)
  if (!link || !parent?.isVisible() || asking) return
  asking = true
  try {
    const { response } = await dialog.showMessageBox(parent, {
      type: 'question',
      message: t('native:link.question', { host: link.host }),
      detail: t('native:link.detail', { url: link.url }),
      buttons: [t('native:link.open'), t('native:link.cancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    // A system without a browser is no reason to stop.
    if (response === 0) await shell.openExternal(link.url).catch(() => undefined)
  } finally {
    asking = false
  }
}
