export const NEEDED_NODE = '20.19'

/** @param {string} version of the Node that runs @param {string} [needed] */
export function isNodeNewEnough(version, needed = NEEDED_NODE) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number)
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}
