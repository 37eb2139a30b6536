// Reading a zip with Node alone: enough for the archive of the fallback runtime (plain deflate, no encryption, under 4 GB).

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER_SIZE = 30;

/**
 * Unpacks the entries for which `nameFor` returns a path (relative to `folder`), with their permissions.
 * @param {string} zipFile
 * @param {string} folder
 * @param {(entryName: string) => string | undefined} nameFor
 * @throws when the archive is damaged or a name would leave the folder
 */
export function unzip(zipFile, folder, nameFor) {
  const zip = readFileSync(zipFile);
  for (const entry of entriesOf(zip)) {
    const name = nameFor(entry.name);
    if (name === undefined || entry.name.endsWith('/')) continue;
    const target = path.resolve(folder, name);
    if (!target.startsWith(path.resolve(folder) + path.sep)) {
      throw new Error(`${entry.name} points outside the folder it is unpacked to.`);
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, contentOf(zip, entry));
    chmodSync(target, entry.mode & 0o777 || 0o644);
  }
}

function* entriesOf(zip) {
  // The end record is 22 bytes plus a comment of at most 64 KB.
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new Error('This is no zip file.');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip directory is damaged.');
    const nameLength = zip.readUInt16LE(at + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      compressedSize: zip.readUInt32LE(at + 20),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function contentOf(zip, entry) {
  const names = zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const start = entry.offset + LOCAL_HEADER_SIZE + names;
  const packed = zip.subarray(start, start + entry.compressedSize);
  const content = entry.method === 0 ? packed : inflateRawSync(packed);
  if (crc32(content) !== entry.crc) throw new Error(`${entry.name} is damaged.`);
  return content;
}
