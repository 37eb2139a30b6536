import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from './read-failure';
import { inflateEntry, readZipDirectory } from './zip-directory';

/** An archive in which every size and place stands in ZIP64's own fields, as cloud storages write it. */
function zip64(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(Buffer.byteLength(text)), 4);
    extra.writeBigUInt64LE(BigInt(packed.length), 12);
    extra.writeBigUInt64LE(BigInt(offset), 20);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(0xffffffff, 20);
    head.writeUInt32LE(0xffffffff, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(0xffffffff, 42);
    central.push(head, Buffer.from(name), extra);
    locals.push(local, Buffer.from(name), packed);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(Object.keys(files).length), 32);
  record.writeBigUInt64LE(BigInt(directory.length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + directory.length), 8);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([...locals, directory, record, locator, end]);
}

const CVS = { 'cvs/Anna.txt': 'Anna Lindqvist', 'cvs/Boris.txt': 'Boris Petrov' };
const texts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    readZipDirectory(bytes, 'archive').map((entry) => [
      entry.name,
      Buffer.from(inflateEntry(bytes, entry, 'archive', 1000)).toString(),
    ]),
  );

describe('the directory of a ZIP', () => {
  it('is read where its numbers stand in the fields of ZIP64 (such archives were called bombs)', () => {
    expect(texts(zip64(CVS))).toEqual(CVS);
  });

  it('gives an expected failure, whatever bytes stand in it', () => {
    const whole = zip64(CVS);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })),
          { maxLength: 12 },
        ),
        fc.integer({ min: 0, max: whole.length }),
        (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          try {
            texts(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(ReadFailure);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
