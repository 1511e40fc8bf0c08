import { BrowserWindow, session } from 'electron'
import { type Bridge, PRINT_LIMIT_MEGABYTES, type PrintError, type PrintOptions } from '../shared/bridge'
import { fail, ok, type Result } from '../shared/result'
import { type DashPlan, planDashes, withDashes } from './pdf-dashes'
import { printPages, servePrintPages } from './print-pages'

const PATIENCE_SECONDS = 120
const MEGABYTE = 1024 * 1024
/** Tags for every word of a large map or book make its PDF ten times as large and slow: beyond this it has none. */
const MOST_TAGGED = MEGABYTE

interface Printing extends PrintOptions {
  readonly dashes: DashPlan | undefined
  readonly tagged: boolean
}

export interface Printer {
  readonly printPdf: Bridge['printPdf']
  /** Ends what is being printed; a hidden window must not keep the app alive. */
  stop(): void
}

/**
 * Makes PDFs in a hidden window of its own: no preload and so no bridge, no script, no Node, a session in memory that
 * knows no file and, like every session, has the request filter of `offline.ts`. One page after the other, so that ten
 * clicks don't make ten windows. Who waits longer than the patience is told so; the window stays until Chromium has
 * finished even so, because closing one while it prints breaks printing until the app is started anew (measured in
 * Electron 33; electron#30753).
 */
export function makePrinter(): Printer {
  const pages = printPages()
  const own = session.fromPartition('print', { cache: false })
  servePrintPages(own, pages)
  /** Resolves when the window of the last one in line is gone. Never rejects. */
  let line: Promise<void> = Promise.resolve()
  let current: BrowserWindow | undefined
  let stopped = false

  async function print(html: Uint8Array, options: Printing): Promise<Result<Uint8Array, PrintError>> {
    const page = pages.layOut(html)
    const window = hiddenWindow(own)
    current = window
    try {
      return ok(await pdfOf(window, page.address, options))
    } catch {
      // A page that crashed, didn't load or couldn't be printed. The details would say nothing to a person.
      return fail({ code: 'print-failed' })
    } finally {
      current = undefined
      page.takeAway()
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    printPdf: async (html, options) => {
      const bytes = new TextEncoder().encode(html)
      const megabytes = Math.ceil(bytes.byteLength / MEGABYTE)
      if (bytes.byteLength > PRINT_LIMIT_MEGABYTES * MEGABYTE) {
        return fail({ code: 'print-too-large', megabytes, limit: PRINT_LIMIT_MEGABYTES })
      }
      return new Promise((answer) => {
        let late = false
        const timer = setTimeout(() => {
          late = true
          answer(fail({ code: 'print-timeout', seconds: PATIENCE_SECONDS }))
        }, PATIENCE_SECONDS * 1000)
        const before = line
        line = (async () => {
          await before
          // Nobody waits for it any more.
          if (late) return
          const printing = { ...options, dashes: planDashes(html), tagged: bytes.byteLength <= MOST_TAGGED }
          answer(stopped ? fail({ code: 'print-failed' }) : await print(bytes, printing))
          clearTimeout(timer)
        })()
      })
    },
    stop: () => {
      stopped = true
      if (current !== undefined && !current.isDestroyed()) current.destroy()
    },
  }
}

function hiddenWindow(own: Electron.Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 600,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      images: true,
      plugins: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  })
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  window.removeMenu()
  return window
}

async function pdfOf(window: BrowserWindow, address: string, options: Printing): Promise<Uint8Array> {
  const { webContents } = window
  const gone = new Promise<never>((_, reject) => {
    webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)))
    // A window that is destroyed leaves Chromium's own promise open for ever.
    window.once('closed', () => reject(new Error('closed')))
  })
  const printed = (async () => {
    await window.loadURL(address)
    const { dashes } = options
    if (dashes === undefined) return pages(webContents, options)
    const solid = await webContents.insertCSS(dashes.css, { cssOrigin: 'user' })
    const dashed = withDashes(await pages(webContents, options), dashes)
    if (dashed !== undefined) return dashed
    // Not the PDF that was expected: slower, larger, and the same to look at.
    await webContents.removeInsertedCSS(solid)
    return pages(webContents, options)
  })()
  // Whichever comes second may fail without anybody listening.
  printed.catch(() => undefined)
  gone.catch(() => undefined)
  return Promise.race([printed, gone])
}

async function pages(webContents: Electron.WebContents, { paper, landscape, tagged }: Printing): Promise<Uint8Array> {
  const bytes = await webContents.printToPDF({
    pageSize: paper,
    landscape,
    // Sizes and margins are those of the page's own @page rule where it has one.
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    // Headings become the outline, and screen readers find the text in order.
    generateTaggedPDF: tagged,
    generateDocumentOutline: tagged,
  })
  return new Uint8Array(bytes)
}
