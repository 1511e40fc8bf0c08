/** Long work in short steps: whoever runs it may do something else in between. Gives its result back at the end. */
export type Steps<T> = Generator<undefined, T, undefined>

/** So many rows are worked through in one step: a few milliseconds at most. */
const ROWS_PER_STEP = 500

/** Runs the work in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Works through the rows, with a step after each `ROWS_PER_STEP` of them. */
export function* inSteps<R>(rows: Iterable<R>, work: (row: R) => void): Steps<undefined> {
  let left = ROWS_PER_STEP
  for (const row of rows) {
    work(row)
    left -= 1
    if (left > 0) continue
    left = ROWS_PER_STEP
    yield
  }
  return undefined
}
