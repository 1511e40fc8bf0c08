import { expect, test } from 'vitest'
import { type SplitHabit, splitCell, splittingOf } from '../../../shared/import/multi-value'

const split = (cells: readonly string[], habit: SplitHabit = 'list') => {
  const splitting = splittingOf(cells, habit)
  return cells.map((cell) => splitCell(cell, splitting))
}

test.each<[readonly string[], SplitHabit, readonly (readonly string[])[]]>([
  [
    ['CRM; ERP', 'HR|IT', 'a\nb'],
    'names',
    [
      ['CRM', 'ERP'],
      ['HR', 'IT'],
      ['a', 'b'],
    ],
  ],
  [['"a; b"', '"c, d"; e', '"say ""x"""; "open'], 'list', [['a; b'], ['c, d', 'e'], ['say "x"', '"open']]],
  [['CRM / Marketing', 'CRM', 'I/O'], 'list', [['CRM', 'Marketing'], ['CRM'], ['I/O']]],
  [['HR/IT', 'HR', 'IT', 'CI/CD'], 'list', [['HR', 'IT'], ['HR'], ['IT'], ['CI/CD']]],
  [['Müller, Schmidt & Co', 'IT'], 'list', [['Müller, Schmidt & Co'], ['IT']]],
  [['IT, HR', 'HR', 'Müller, Schmidt & Co'], 'list', [['IT', 'HR'], ['HR'], ['Müller, Schmidt & Co']]],
  [['IT, HR', 'HR'], 'names', [['IT', 'HR'], ['HR']]],
  [['Albers, Hans', 'Krüger, Tom'], 'names', [['Albers, Hans'], ['Krüger, Tom']]],
  [['Freshdesk, BigChange', 'Xero'], 'list', [['Freshdesk', 'BigChange'], ['Xero']]],
  [['DATEV (CSV, monatlich); ELO'], 'list', [['DATEV (CSV, monatlich)', 'ELO']]],
  [
    ['Dispatch; Sales', 'Dispatch, Finance', 'Finance'],
    'list',
    [['Dispatch', 'Sales'], ['Dispatch', 'Finance'], ['Finance']],
  ],
  [
    ['Engineers fill in a pad on site, depot scans it at night'],
    'list',
    [['Engineers fill in a pad on site, depot scans it at night']],
  ],
  [["['a', 'b']"], 'list', [['a', 'b']]],
  [['CRM; crm ;CRM'], 'list', [['CRM']]],
  [['1,5'], 'list', [['1,5']]],
])('%j (%s)', (cells, habit, expected) => {
  expect(split(cells, habit)).toEqual(expected)
})
