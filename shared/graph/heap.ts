/** Numbers that wait with a cost; the cheapest comes first, ties by the number. */
export class Heap {
  readonly #items: number[] = []
  readonly #costs: number[] = []

  /** Adds a number; one that waits already waits twice. */
  push(item: number, cost: number): void {
    this.#items.push(item)
    this.#costs.push(cost)
    for (let at = this.#items.length - 1; at > 0; ) {
      const above = (at - 1) >> 1
      if (!this.#isBefore(at, above)) break
      this.#swap(at, above)
      at = above
    }
  }

  /** Takes the cheapest one out; undefined when none is left. */
  pop(): number | undefined {
    const first = this.#items[0]
    if (first === undefined) return undefined
    this.#swap(0, this.#items.length - 1)
    this.#items.pop()
    this.#costs.pop()
    const count = this.#items.length
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = right < count && this.#isBefore(right, left) ? right : left
      if (least >= count || !this.#isBefore(least, at)) return first
      this.#swap(at, least)
      at = least
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#costs[a] as number, this.#costs[b] as number]
    return one < other || (one === other && (this.#items[a] as number) < (this.#items[b] as number))
  }

  #swap(a: number, b: number): void {
    for (const list of [this.#items, this.#costs]) {
      const kept = list[a] as number
      list[a] = list[b] as number
      list[b] = kept
    }
  }
}
