import { push } from './match-rows'

const SHORTEST = 6
/** Every letter makes a shape as long as the text: what is longer than a name would cost its length squared. */
const LONGEST = 100
/** Of longer lists only so many texts are compared letter by letter. */
const MOST = 5_000

/**
 * Pairs of texts that one slip of the pen tells apart: a word of at least six letters in which one letter is missing, too
 * many, another, or swapped with its neighbour; all other words the same; texts with digits and long ones are left out. By index, the
 * earlier first. Cost: linear in the letters.
 */
export function oneSlipApart(texts: readonly string[]): readonly (readonly [number, number])[] {
  const byShape = new Map<string, number[]>()
  const pairs: (readonly [number, number])[] = []
  const seen = new Set<string>()
  let count = 0
  texts.forEach((text, index) => {
    // A text with a number in it is one of a series; what tells a series apart is no slip.
    if (text.length < SHORTEST || text.length > LONGEST || /\d/.test(text)) return
    count += 1
    if (count > MOST) return
    const words = text.split(' ')
    const shapes = new Set<string>()
    words.forEach((word, at) => {
      if (word.length < SHORTEST - 1) return
      const around = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')]
      for (const shape of [word, ...withoutOneLetter(word)]) shapes.add([around[0], shape, around[1]].join('\u0000'))
    })
    for (const shape of shapes) {
      for (const other of byShape.get(shape) ?? []) {
        const pair = `${other} ${index}`
        if (seen.has(pair)) continue
        seen.add(pair)
        if (differInOneSlip(texts[other] ?? '', text)) pairs.push([other, index])
      }
      // Long lists of names that differ in one letter only are numbering, not slips.
      if ((byShape.get(shape)?.length ?? 0) < 4) push(byShape, shape, index)
    }
  })
  return pairs
}

function withoutOneLetter(word: string): readonly string[] {
  const shapes: string[] = []
  for (let at = 1; at < word.length; at += 1) {
    shapes.push(word.slice(0, at) + word.slice(at + 1))
  }
  return shapes
}

function differInOneSlip(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length !== right.length || a === b) return false
  const at = left.findIndex((word, index) => word !== right[index])
  if (left.slice(at + 1).join(' ') !== right.slice(at + 1).join(' ')) return false
  return isSlip(left[at] ?? '', right[at] ?? '')
}

function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST - 1 || Math.max(a.length, b.length) < SHORTEST) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [mine, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (/\d/.test(mine + other) || start === 0) return false
  const isSwap = mine.length === 2 && mine === [...other].reverse().join('')
  // A plural or a case ending is no slip.
  const isEnding = end === 0 && mine.length !== other.length
  return !isEnding && (isSwap || (mine.length <= 1 && other.length <= 1))
}
