import type { Findings } from '../../shared/analysis/findings'
import type { LensWords } from '../../shared/export/lens-words'
import type { LensExtras } from '../../shared/graph/lens/reader'
import type { Inventory } from '../../shared/inventory/inventory'
import type { DepartmentId, ToolId } from '../../shared/inventory/nouns'
import { formatsFor } from '../format'
import { translateIn } from '../i18n'
import { domainNames } from './catalogue'

/** What the findings say of the tools, as the lens reads it. */
export function lensExtras(findings: Findings | undefined): LensExtras {
  const functions = new Map<ToolId, string[]>()
  const domains = new Map<ToolId, string>()
  for (const { tool, functionKey } of findings?.assigned.assignments ?? []) {
    const known = functions.get(tool)
    if (known === undefined) functions.set(tool, [functionKey])
    else known.push(functionKey)
    const domain = findings?.assigned.functions.get(functionKey)?.domain
    if (domain !== undefined && !domains.has(tool)) domains.set(tool, domain)
  }
  return { functions, domains }
}

/** What the values of a look are written with, for readers of a language. */
export function lensWords(
  language: 'de' | 'en',
  { departments, functions }: Pick<Inventory, 'departments' | 'functions'>,
  findings: Findings | undefined,
  currency: string | undefined,
): LensWords {
  const formats = formatsFor(language)
  const domains = domainNames(language)
  return {
    t: translateIn(language),
    number: formats.number,
    percent: formats.percent,
    money: (value, code) => formats.money({ minor: value * 100, currency: code }),
    currency,
    nameOf: (attribute, value) => {
      if (attribute === 'domain') return domains.get(value)
      if (attribute !== 'functions') return departments.get(value as DepartmentId)?.name
      const info = findings?.assigned.functions.get(value)
      return info?.name[language] ?? functions.get(value as never)?.name
    },
  }
}
