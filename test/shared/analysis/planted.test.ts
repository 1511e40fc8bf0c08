import { describe, expect, it } from 'vitest'
import { plantCompany } from '../../bench/overlap-company'
import { scoreCompany, totals } from '../../bench/overlap-score'

// `npm run bench -- --only overlaps` does the same with 20 companies and prints every one of them.
describe('three invented companies with planted overlaps', () => {
  const companies = [4, 9, 14].map((seed) => scoreCompany(plantCompany(seed)))

  it('finds most of what was planted and little else, and begins where anybody would', () => {
    const { recall, precision, duplicates, first } = totals(companies)
    expect(companies.every(({ planted }) => planted > 10)).toBe(true)
    expect(recall).toBeGreaterThan(0.8)
    expect(precision).toBeGreaterThan(0.9)
    expect(duplicates).toBeGreaterThan(0.7)
    expect(first).toBe(1)
  })

  it('plants the same company for the same seed', () => {
    expect(plantCompany(3)).toEqual(plantCompany(3))
    expect(plantCompany(3).tools).not.toBe(plantCompany(4).tools)
  })
})
