import { broken, checkSides, type Picture, UnfitPicture } from './logo.ts';

/** Markers (ITU-T T.81, table B.1). */
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Baseline and progressive, with Huffman coding: what browsers show. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Tables, restarts and Adobe's word on colours (APP14): all that a picture needs beside its frame and scans. */
const kept: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xee, startOfScan, ...frames]);

export const isJpeg = (bytes: Buffer): boolean => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'));

/**
 * The picture of a JPEG file: its segments without comments, camera data, thumbnails and colour profiles, and without what stands
 * behind its end. Throws `UnfitPicture`.
 */
export function readJpeg(bytes: Buffer): Picture {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let sides: { readonly width: number; readonly height: number } | undefined;
  let hasScan = false;
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw broken('JPEG');
    if (marker === endOfImage) break;
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = marker === startOfScan ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || end > bytes.length) throw broken('JPEG');
    if (frames.has(marker)) {
      if (sides !== undefined || length < 8) throw broken('JPEG');
      sides = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      checkSides(sides.width, sides.height);
    } else if (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xcc) {
      throw new UnfitPicture('is a kind of JPEG that browsers do not show; export it as baseline or progressive');
    }
    hasScan ||= marker === startOfScan && sides !== undefined;
    if (kept.has(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  if (sides === undefined || !hasScan) throw broken('JPEG');
  return { ...sides, bytes: Buffer.concat([...parts, Buffer.from([0xff, endOfImage])]) };
}

/** Where the coded data end that begin here: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken('JPEG');
}
