import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where everything the app remembers lies, and what kind of place that is. */
export interface Profile {
  readonly folder: string
  /** Ours to delete at the end. */
  readonly temporary: boolean
  /** Somebody named the folder: a test or a script. Nothing may then be written anywhere else. */
  readonly named: boolean
}

/**
 * Chooses the profile and makes its folder, before Chromium looks for it. On Windows it's the local application data:
 * Electron's default roams, and a database on a network drive breaks. Two processes on one profile break it as well, so
 * a headless run without a named profile gets one of its own.
 */
export function chooseProfile(given: {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly headless: boolean
  readonly usual: string
  readonly name: string
}): Profile {
  const { environment, platform, headless, usual, name } = given
  const named = environment.TOOLSCAPE_PROFILE
  if (named) return make({ folder: named, temporary: false, named: true })
  if (headless) {
    return { folder: mkdtempSync(join(tmpdir(), 'toolscape-headless-')), temporary: true, named: false }
  }
  const local = platform === 'win32' ? environment.LOCALAPPDATA : undefined
  return make({ folder: local ? join(local, name) : usual, temporary: false, named: false })
}

function make(profile: Profile): Profile {
  mkdirSync(profile.folder, { recursive: true })
  return profile
}

/** Deletes a temporary profile; a file that Chromium still holds is left to the system's own tidying. */
export function removeProfile(profile: Profile): void {
  if (!profile.temporary) return
  try {
    rmSync(profile.folder, { recursive: true, force: true })
  } catch {
    // See above.
  }
}
