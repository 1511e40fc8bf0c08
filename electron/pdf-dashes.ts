/**
 * Chromium writes every dash of a dashed line into a PDF as a filled shape of its own: millions of them on a large map
 * (a map of 5,000 tools could not be printed at all). PDF has dashes itself. So the page's dashed lines are printed
 * solid, with a limit for mitres by which they can be told apart afterwards, and the dashes are put into the graphics
 * states that have this limit. A PDF that doesn't look as expected is left alone: the page is then printed the slow way.
 */
export interface DashPlan {
  /** To be put into the page, above its own styles. */
  readonly css: string
  /** Limit for mitres → dashes as in the page's `stroke-dasharray`. */
  readonly dashes: ReadonlyMap<number, string>
}

const ATTRIBUTE = /\sstroke-dasharray="(\d+(?:\.\d+)?(?: \d+(?:\.\d+)?)+)"/g
/** Limits that nobody else sets. Eighths survive every way of writing numbers. */
const FIRST_LIMIT = 40.125
/** What SVG has where nothing else is said. */
const USUAL_LIMIT = 4
const MOST_KINDS = 32

/** What to do for the dashed lines of a page; undefined when it has none, or more kinds than a drawing of ours. */
export function planDashes(html: string): DashPlan | undefined {
  const kinds = new Set<string>()
  for (const [, dashes] of html.matchAll(ATTRIBUTE)) if (dashes !== undefined) kinds.add(dashes)
  if (kinds.size === 0 || kinds.size > MOST_KINDS) return undefined
  const plan = new Map([...kinds].map((dashes, at) => [FIRST_LIMIT + at, dashes]))
  const rules = [...plan].map(
    ([limit, dashes]) =>
      `[stroke-dasharray="${dashes}"]{stroke-dasharray:none!important;stroke-miterlimit:${limit}!important}`,
  )
  return { css: rules.join('\n'), dashes: plan }
}

/** A graphics state that strokes, as Chromium writes it: uncompressed, without nested dictionaries. */
const STATE = /(?<=\n)(\d+) 0 obj\s*<<([^<>]*\/LW [^<>]*\/ML ([\d.]+)[^<>]*)>>\s*endobj/g
const END = /trailer\s*<<((?:[^<>]|<[0-9a-fA-F]*>)*)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/
/** The end of the file is found in its last bytes. */
const TAIL = 4096

/**
 * The PDF with dashes in the graphics states that the plan's limits tell, as a PDF update: the changed objects follow at
 * the end, nothing before is touched. Undefined when one of the limits, or the end of the file, isn't found.
 */
export function withDashes(pdf: Uint8Array, { dashes }: DashPlan): Uint8Array | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const end = END.exec(bytes.toString('latin1', Math.max(0, bytes.length - TAIL)))
  if (end === null) return undefined
  const found = new Set<number>()
  const changed: { readonly number: string; readonly text: string }[] = []
  for (const [, number = '', state = '', limit = ''] of bytes.toString('latin1').matchAll(STATE)) {
    const dash = dashes.get(Number(limit))
    if (dash !== undefined) found.add(Number(limit))
    // A state stays as it is set until another one changes it: the solid ones must say that they are.
    const told = dash === undefined ? state : state.replace(`/ML ${limit}`, `/ML ${USUAL_LIMIT}`)
    changed.push({ number, text: `${number} 0 obj\n<<${told}\n/D [[${dash ?? ''}] 0]>>\nendobj\n` })
  }
  if (found.size !== dashes.size) return undefined
  let at = bytes.length + 1
  const entries = changed.map(({ number, text }) => {
    const entry = `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    at += text.length
    return entry
  })
  const update = [
    '\n',
    ...changed.map(({ text }) => text),
    'xref\n',
    ...entries,
    `trailer\n<<${end[1]}\n/Prev ${end[2]}>>\nstartxref\n${at}\n%%EOF\n`,
  ]
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(update.join(''), 'latin1')]))
}
