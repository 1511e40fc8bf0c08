// The window that the peers are shown in: the same Chromium as the app's.
import { app, BrowserWindow } from 'electron'

// Not awaited: Electron is ready only when this module has come to its end.
app.whenReady().then(() => {
  // A module from a file counts as one from elsewhere; nothing but this page's own files is ever loaded here.
  const webPreferences = { webSecurity: false }
  const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true, show: true, webPreferences })
  return window.loadFile(process.env.BENCH_PAGE ?? '')
})
app.on('window-all-closed', () => app.quit())
