import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

// A bare machine has neither unzip nor a package to unpack with before `npm ci`; both formats are short to read.

/**
 * Takes one file out of a .tgz.
 * @param {Buffer} tgz @param {(name: string) => boolean} wanted @returns {Buffer | undefined}
 */
export function fileFromTgz(tgz, wanted) {
  const tar = zlib.gunzipSync(tgz)
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (wanted(name)) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return undefined
}

const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8
const SYMLINK = 0o120000

/** @param {Buffer} zip */
function* directory(zip) {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error('not a zip file')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      header: zip.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

/**
 * Unpacks a zip, keeping executable bits and symbolic links.
 * @param {Buffer} zip @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes below the folder; undefined leaves it out
 */
export function unzip(zip, folder, place) {
  for (const { name, method, packedSize, mode, header } of directory(zip)) {
    const below = place(name)
    if (below === undefined || name.endsWith('/')) continue
    const target = path.resolve(folder, below)
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`zip entry leaves its folder: ${name}`)
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const packed = zip.subarray(start, start + packedSize)
    const content = method === DEFLATED ? zlib.inflateRawSync(packed) : packed
    fs.mkdirSync(path.dirname(target), { recursive: true })
    if ((mode & 0o170000) === SYMLINK) fs.symlinkSync(content.toString('utf8'), target)
    else fs.writeFileSync(target, content, { mode: mode & 0o111 ? 0o755 : 0o644 })
  }
}
