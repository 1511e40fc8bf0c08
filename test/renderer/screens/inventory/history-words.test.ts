import i18next from 'i18next'
import { expect, test } from 'vitest'
import { resources } from '../../../../shared/strings/resources'

test('the history names fields in the language of whoever reads it, whatever the tool is called', async () => {
  const i18n = i18next.createInstance()
  await i18n.init({
    resources,
    lng: 'de',
    fallbackLng: false,
    ns: ['inventory'],
    interpolation: { escapeValue: false },
  })
  const words = (key: string, values: object) => String(i18n.t(`inventory:history.${key}` as never, values as never))
  expect(words('setField', { field: 'annualCost', name: 'Jira' })).toBe('Kosten/Jahr von Jira')
  expect(words('deleteTools', { count: 1, name: 'Jira' })).toBe('Löschen von Jira')
  expect(words('deleteTools', { count: 3, name: 'Jira' })).toBe('Löschen von 3 Tools')
  await i18n.changeLanguage('en')
  expect(words('setField', { field: 'owner', name: 'Jira' })).toBe('Department of Jira')
  expect(words('setField', { field: 'owner', name: '$t(common:appName)' })).not.toContain('Toolscape')
})
