import { broken, checkSides, type Picture, UnfitPicture } from './logo.ts';

/** What a still picture is made of (RFC 9649 §2): no EXIF, no XMP, no colour profile, no animation. */
const kept: ReadonlySet<string> = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);
const animationFlag = 0x02;
const alphaFlag = 0x10;

export const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

/** The picture of a WebP file: its chunks without metadata, and without what stands behind its end. Throws `UnfitPicture`. */
export function readWebp(bytes: Buffer): Picture {
  const end = 8 + (bytes.length >= 12 ? bytes.readUInt32LE(4) : 0);
  if (end < 12 || end > bytes.length) throw broken('WebP');
  const chunks = [...chunksOf(bytes.subarray(12, end))];
  const canvas = chunks.find(({ name }) => name === 'VP8X');
  const picture = chunks.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (((canvas?.data[0] ?? 0) & animationFlag) !== 0 || chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) {
    throw new UnfitPicture('moves; a logo stands still');
  }
  if (picture === undefined || (canvas !== undefined && canvas !== chunks[0])) throw broken('WebP');
  const sides = picture.name === 'VP8L' ? losslessSides(picture.data) : lossySides(picture.data);
  checkSides(sides.width, sides.height);
  if (canvas !== undefined && !isOfSize(canvas.data, sides)) throw broken('WebP');
  const pictured = chunks.filter(({ name }) => kept.has(name)).map(withoutMetadata);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...pictured]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return { ...sides, bytes: Buffer.concat([head, body]) };
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  /** With its name, its length and its padding. */
  readonly whole: Buffer;
}

function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) throw broken('WebP');
    const length = bytes.readUInt32LE(at + 4);
    const whole = bytes.subarray(at, at + 8 + length + (length % 2));
    if (whole.length !== 8 + length + (length % 2)) throw broken('WebP');
    yield { name: whole.toString('latin1', 0, 4), data: whole.subarray(8, 8 + length), whole };
    at += whole.length;
  }
}

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** RFC 6386 §9.1: the header of a key frame. */
function lossySides(data: Buffer): Sides {
  const isKeyFrame =
    data.length >= 10 && ((data[0] ?? 1) & 1) === 0 && data.subarray(3, 6).equals(Buffer.from('9d012a', 'hex'));
  if (!isKeyFrame) throw broken('WebP');
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** RFC 9649 §3.4: fourteen bits each, less one. */
function losslessSides(data: Buffer): Sides {
  if (data.length < 5 || data[0] !== 0x2f) throw broken('WebP');
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** RFC 9649 §2.7: 24 bits each, less one. */
function isOfSize(canvas: Buffer, { width, height }: Sides): boolean {
  return canvas.length >= 10 && canvas.readUIntLE(4, 3) + 1 === width && canvas.readUIntLE(7, 3) + 1 === height;
}

/** The canvas says what chunks there are. */
function withoutMetadata({ name, whole }: Chunk): Buffer {
  if (name !== 'VP8X') return whole;
  const canvas = Buffer.from(whole);
  canvas[8] = (canvas[8] ?? 0) & alphaFlag;
  return canvas;
}
