import type { Bridge } from '../../shared/bridge'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** The way to the main process. Everything that leaves or enters the page goes through it. */
export const bridge: Bridge = window.bridge
