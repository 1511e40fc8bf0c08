import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second of Linux; what /proc counts in. */
const TICKS = 100

/** Milliseconds of processor time that a process and all below it have used so far; NaN where there is no /proc. */
export function cpuOf(root: number): number {
  let all: readonly { readonly pid: number; readonly parent: number; readonly ticks: number }[]
  try {
    all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
  } catch {
    return Number.NaN
  }
  const family = new Set([root])
  // A child may be listed before its parent.
  for (let before = 0; before !== family.size; ) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.reduce((sum, { pid, ticks }) => sum + (family.has(pid) ? ticks : 0), 0) * (1000 / TICKS)
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return undefined
  }
}
