import type { Words } from './words'

const en = {} as const

const de = {} as const satisfies Words<typeof en>

export const importStrings = { en, de }
