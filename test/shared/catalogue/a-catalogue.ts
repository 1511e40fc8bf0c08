import type { CatalogueData, CatalogueFunction, CatalogueProduct } from '../../../shared/catalogue/catalogue'

const job = (id: string, en: string, de: string, more: Partial<CatalogueFunction> = {}): CatalogueFunction => ({
  id,
  domain: 'work',
  name: { en, de },
  synonyms: { en: [], de: [] },
  keywords: { en: [], de: [] },
  near: [],
  ...more,
})

const product = (name: string, vendor: string, functions: string[], aliases: string[] = []): CatalogueProduct => ({
  name,
  vendor,
  functions,
  aliases,
  ai: 'unknown',
})

/** A catalogue small enough to know by heart. */
export const SMALL_CATALOGUE: CatalogueData = {
  domains: [{ id: 'work', name: { en: 'Work', de: 'Arbeit' } }],
  functions: [
    job('chat', 'Team chat', 'Team-Chat', {
      synonyms: { en: ['Messaging'], de: ['Kurznachrichten'] },
      keywords: { en: ['channels', 'direct messages'], de: ['Kanäle'] },
    }),
    job('payroll', 'Payroll', 'Lohnabrechnung', { synonyms: { en: ['Wages'], de: ['Gehaltsabrechnung'] } }),
    job('tickets', 'Ticketing', 'Ticketsystem', {
      synonyms: { en: ['Service desk', 'Shared name'], de: ['Störungsmeldungen'] },
      keywords: { en: ['incident', 'request', 'support'], de: ['Störung', 'Anfrage'] },
    }),
    job('access', 'Access control', 'Zutrittskontrolle', { synonyms: { en: ['Shared name'], de: [] } }),
    job('office-suite', 'Office suite', 'Bürosoftware'),
    job('customs', 'Customs', 'Zoll'),
  ],
  products: [
    product('Microsoft Teams', 'Microsoft', ['chat'], ['Teams', 'MS Teams']),
    product('Microsoft Access', 'Microsoft', ['tickets'], ['Access']),
    product('Microsoft Excel', 'Microsoft', ['office-suite'], ['Excel']),
    product('Jira', 'Atlassian', ['tickets'], ['Jira Software']),
    product('Jira Service Management', 'Atlassian', ['tickets'], ['JSM']),
    product('Slack', 'Salesforce', ['chat']),
    product('DATEV Lohn', 'DATEV eG', ['payroll']),
    product('Power Thing', 'Acme Inc.', ['chat', 'no such function']),
    product('Twin One', 'Acme', ['chat'], ['Twin']),
    product('Twin Two', 'Acme', ['payroll'], ['Twin']),
  ],
}
