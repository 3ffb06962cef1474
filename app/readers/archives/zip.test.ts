import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../reader';
import { firstFault, readWith } from '../xml/testing';
import { openArchive } from './zip.server';

/** Unpacks everything, as a reader of workbooks would. */
const unpack: Reader = async (source) => {
  const archive = await openArchive(source);
  let size = 0;
  for (const name of archive.names) for await (const piece of archive.pieces(name)) size += piece.length;
  archive.close();
  return { kind: null, format: '', valid: true, errors: [], warnings: [], asOf: null, facts: { size }, counts: {} };
};
const fault = async (bytes: Uint8Array) => firstFault(await readWith(unpack, bytes));
const zip = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

/** Writes over the first bytes that read so, or all of them. */
function overwritten(bytes: Buffer, old: string, now: string, from = 0): Buffer {
  const at = bytes.indexOf(Buffer.from(old, 'latin1'), from);
  const copy = Buffer.from(bytes);
  copy.write(now, at, 'latin1');
  return copy;
}

/** Writes a number into the entry of the directory at the end. */
function inDirectory(bytes: Buffer, offset: number, value: number, width: 2 | 4 = 4): Buffer {
  const copy = Buffer.from(bytes);
  const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + offset;
  if (width === 4) copy.writeUInt32LE(value, at);
  else copy.writeUInt16LE(value, at);
  return copy;
}

const plain = zip({ 'a.xml': '<a/>'.repeat(100), 'b.xml': 'b' });

describe('archives from outside', () => {
  it('unpacks what is sound', async () => {
    expect((await readWith(unpack, plain)).head?.facts).toEqual({ size: 401 });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['a bomb', zip({ 'a.xml': ' '.repeat(30_000_000) }), /^limit @ $/],
    [
      'more than 200 MB',
      zip({ 'a.xml': ' '.repeat(120_000_000), 'b.xml': ' '.repeat(120_000_000) }),
      /^limit @ b.xml$/,
    ],
    ['too many parts', zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`p${n}`, '']))), /^limit @ $/],
    ['an archive within', zip({ 'a.zip': 'x' }), /^ZIP @ a.zip$/],
    ['an archive within under another name', zip({ 'a.xml': plain.toString('latin1') }), /^ZIP @ a.xml$/],
    ['a way out', overwritten(overwritten(plain, 'a.xml', '../ab'), 'a.xml', '../ab'), /^ZIP @/],
    ['a way from the root', overwritten(overwritten(plain, 'a.xml', '/a.xm'), 'a.xml', '/a.xm'), /^ZIP @/],
    ['two parts of one name', overwritten(overwritten(plain, 'b.xml', 'A.xml'), 'b.xml', 'A.xml'), /^ZIP @ A.xml$/],
    ['a part with two names', overwritten(plain, 'a.xml', 'c.xml'), /^ZIP @ a.xml$/],
    ['a password', inDirectory(plain, 8, 1, 2), /^ZIP @ a.xml$/],
    ['another way of packing', inDirectory(plain, 10, 12, 2), /^ZIP @ a.xml$/],
    ['a checksum that is another', inDirectory(plain, 16, 1), /^ZIP @ a.xml$/],
    ['a size that is too small', inDirectory(plain, 24, 10), /^ZIP @ a.xml$/],
    ['a size that is too large', inDirectory(plain, 24, 1000), /^ZIP @ a.xml$/],
    ['a part beyond the end', inDirectory(plain, 20, 5_000_000), /^ZIP @/],
    ['a cut', plain.subarray(0, plain.length - 30), /^ZIP @ $/],
    ['a cut in the middle', plain.subarray(0, 40), /^ZIP @ $/],
    ['something before it', Buffer.concat([Buffer.from('MZ..'), plain]), /^ZIP @/],
    ['no archive', Buffer.from('hello'), /^ZIP @ $/],
  ])('refuses %s', async (_, bytes, rule) => {
    expect(await fault(bytes)).toMatch(rule);
  });

  it('refuses parts that share bytes', async () => {
    // The first part holds the second with its header, and the directory points into it.
    const stored = (parts: Record<string, Uint8Array>) => Buffer.from(zipSync(parts, { level: 0 }));
    const second = strToU8('x'.repeat(50));
    const alone = stored({ b: second });
    const both = stored({ a: alone.subarray(0, 31 + second.length), b: second });
    both.writeUInt32LE(31, both.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 42);
    expect(firstFault(await readWith(unpack, both))).toBe('ZIP @ b');
    expect((await readWith(unpack, both)).errors[0]?.message).toMatch(/share/);
  });
});
