import { writeFileSync } from 'node:fs'
import type { Spread, Timing } from './measure'

export interface BenchTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly notes?: readonly string[]
}

/** A number with as many digits as it deserves. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 100) return String(Math.round(value))
  return value.toFixed(value >= 10 ? 1 : 2)
}

/** `median (min–max)`. */
export function spread({ median, min, max }: Spread): string {
  return min === max ? short(median) : `${short(median)} (${short(min)}–${short(max)})`
}

export const TIMING_COLUMNS = ['what', 'wall ms: median (min–max)', 'CPU ms', 'ratio of CPU'] as const

/** Rows of timings with their ratio to the one that everything is compared with. */
export function timingRows(timings: readonly Timing[], base: string): readonly (readonly string[])[] {
  const of = timings.find(({ name }) => name === base)?.cpu.median ?? Number.NaN
  return timings.map(({ name, wall, cpu }) => [name, spread(wall), short(cpu.median), `${short(cpu.median / of)}×`])
}

/** A table as text, its columns lined up. */
export function tableText({ title, columns, rows, notes = [] }: BenchTable): string {
  const lines = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)))
  const text = lines.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
  return ['', title, ...text, ...notes.map((note) => `  ${note}`)].join('\n')
}

/** Prints tables as they come and leaves them in the file that the script asked for. */
export function reporter(): { add(table: BenchTable): void } {
  const tables: BenchTable[] = []
  const out = argument('out')
  return {
    add(table) {
      tables.push(table)
      console.log(tableText(table))
      if (out !== undefined) writeFileSync(out, JSON.stringify(tables))
    },
  }
}

export function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

export const QUICK = process.argv.includes('--quick')
export const LARGE = process.argv.includes('--large')
