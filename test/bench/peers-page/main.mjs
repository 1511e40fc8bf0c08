// The window that the peers are shown in: the same Chromium as the app's.
import { app, BrowserWindow } from 'electron'

await app.whenReady()
const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true, show: true })
await window.loadFile(process.env.BENCH_PAGE ?? '')
app.on('window-all-closed', () => app.quit())
