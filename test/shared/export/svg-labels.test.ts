import { expect, test } from 'vitest'
import { anInventory } from '../../builders'
import { inputOf, mapOf } from './reports/kit'

test.each(['de', 'en'] as const)('hours on lines are never cut, and no hours have no label, in %s', (language) => {
  const hours = [0, 0.5, 21.5, 124.5, 1_250]
  const builder = anInventory()
  for (const hoursPerMonth of hours) builder.flow('A', `B${hoursPerMonth}`, { method: 'by-hand', hoursPerMonth })
  const svg = mapOf(inputOf(builder.build(), language))
  const labels = [...svg.matchAll(/text-anchor="middle" fill="[^"]*">([^<]*h \/ [^<]*)<\/text>/g)].map(
    ([, text]) => text,
  )
  const number = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB')
  const month = language === 'de' ? 'Monat' : 'month'
  expect(labels.sort()).toEqual(
    hours
      .slice(1)
      .map((each) => `${number.format(each)} h / ${month}`)
      .sort(),
  )
})
