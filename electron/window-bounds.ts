import { z } from 'zod'
import { parseJson } from './settings'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

export const MINIMUM = { width: 900, height: 600 } as const
const FIRST = { width: 1440, height: 900 } as const
/** How much of a remembered window must lie on a display before its place is believed. */
const VISIBLE = 100

const coordinate = z.int().min(-100_000).max(100_000)
const stateSchema = z.object({
  bounds: z.object({ x: coordinate, y: coordinate, width: coordinate.min(1), height: coordinate.min(1) }),
  maximised: z.boolean(),
})

/** The remembered state, or undefined when the file is missing or rubbish. */
export function parseWindowState(text: string | undefined): WindowState | undefined {
  return stateSchema.safeParse(parseJson(text)).data
}

/**
 * Where the window opens. A remembered place counts only while a good piece of it lies on a display that is there now:
 * after undocking, a window must not open where no screen is. `displays` are work areas, the main one first.
 */
export function placeWindow(state: WindowState | undefined, displays: readonly Rectangle[]): WindowState {
  const main = displays[0] ?? { x: 0, y: 0, ...FIRST }
  if (!state) return { bounds: centred(FIRST, main), maximised: false }
  const home = [...displays].sort((a, b) => shared(state.bounds, b) - shared(state.bounds, a))[0]
  if (!home || shared(state.bounds, home) < VISIBLE * VISIBLE) {
    return { bounds: centred(state.bounds, main), maximised: state.maximised }
  }
  const { width, height } = fitted(state.bounds, home)
  return {
    bounds: {
      x: clamp(state.bounds.x, home.x, home.x + home.width - width),
      y: clamp(state.bounds.y, home.y, home.y + home.height - height),
      width,
      height,
    },
    maximised: state.maximised,
  }
}

function fitted(size: { readonly width: number; readonly height: number }, display: Rectangle) {
  return {
    width: Math.min(Math.max(size.width, MINIMUM.width), display.width),
    height: Math.min(Math.max(size.height, MINIMUM.height), display.height),
  }
}

function centred(size: { readonly width: number; readonly height: number }, display: Rectangle): Rectangle {
  const { width, height } = fitted(size, display)
  return {
    x: Math.round(display.x + (display.width - width) / 2),
    y: Math.round(display.y + (display.height - height) / 2),
    width,
    height,
  }
}

/** The area two rectangles share. */
function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
