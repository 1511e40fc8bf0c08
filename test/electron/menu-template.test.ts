import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { translator } from '../../electron/i18n'
import { type MenuState, menuTemplate } from '../../electron/menu-template'
import { COMMANDS, type Command, type Language } from '../../shared/bridge'

function menu(language: Language, state: MenuState = { enabled: {} }, mac = false) {
  const sent: Command[] = []
  const t = translator(language)
  const settings = { language, theme: 'dark' as const }
  const opened: string[] = []
  const workspaces = ['Muster AG', 'R&D'].map((name, i) => {
    return { id: `w-${i}`, name, created: '', opened: '', tools: 0 }
  })
  const template = menuTemplate({
    t,
    settings,
    state,
    workspaces,
    mac,
    send: (command) => sent.push(command),
    open: (id) => opened.push(id),
  })
  const all: MenuItemConstructorOptions[] = []
  const walk = (items: readonly MenuItemConstructorOptions[]) => {
    for (const item of items) {
      all.push(item)
      if (Array.isArray(item.submenu)) walk(item.submenu)
    }
  }
  walk(template)
  return { all, sent, opened, find: (id: string) => all.find((item) => item.id === id) }
}

describe('the native menu', () => {
  it('has every command once and sends it', () => {
    const { all, sent, find } = menu('de')
    for (const command of COMMANDS) {
      const click = find(command)?.click as (() => void) | undefined
      click?.()
    }
    expect(sent).toEqual([...COMMANDS])
    expect(all.filter((item) => item.id === 'import')).toHaveLength(1)
  })

  it.each(['de', 'en'] as const)('has words for everything in %s', (language) => {
    const labels = menu(language).all.flatMap((item) => item.label ?? [])
    expect(labels.filter((label) => label === '' || /native:|menu\.|\{\{/.test(label))).toEqual([])
  })

  it('uses no key twice', () => {
    const keys = menu('en').all.flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('names what is undone, with its ampersand shown', () => {
    const { find } = menu('de', { enabled: { undo: true, redo: false }, undoLabel: 'Import von R&D' })
    expect(find('undo')).toMatchObject({ label: 'Rückgängig: Import von R&&D', enabled: true })
    expect(find('redo')?.enabled).toBe(false)
  })

  it('names the workspaces, the open one marked, and opens what is clicked', () => {
    const { opened, find } = menu('de')
    expect(find('workspace:w-0')).toMatchObject({ label: 'Muster AG', checked: true })
    expect(find('workspace:w-1')).toMatchObject({ label: 'R&&D', checked: false })
    const click = find('workspace:w-1')?.click as (() => void) | undefined
    click?.()
    expect(opened).toEqual(['w-1'])
    expect(find('workspaces')?.accelerator).toBe('CmdOrCtrl+Shift+O')
  })

  it('shows the Delete key without taking it away from the page', () => {
    expect(menu('de').find('delete')).toMatchObject({ accelerator: 'Delete', registerAccelerator: false })
    expect(menu('de', undefined, true).find('delete')?.accelerator).toBeUndefined()
  })

  it('ticks the theme and language in use', () => {
    const ticked = menu('de').all.flatMap((item) =>
      item.checked && !item.id?.startsWith('workspace:') ? [item.id] : [],
    )
    expect(ticked).toEqual(['theme-dark', 'language-de'])
  })
})
