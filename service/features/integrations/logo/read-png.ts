import { promisify } from 'node:util';
import { crc32, inflate } from 'node:zlib';
import { broken, checkSides, type Picture, UnfitPicture } from './logo.ts';

const unpack = promisify(inflate);
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** What a still picture needs (https://www.w3.org/TR/png-3/#4Concepts.Chunks): no text, no metadata, no animation. */
const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']);
/** Samples of a pixel, and the depths that there are, by colour type (§11.2.1). */
const colours: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);

/**
 * The picture of a PNG file: its chunks are written anew without those that it does not need, and what stands behind the last one is
 * left out. Its pixels are unpacked once, up to as many as it says to have. Throws `UnfitPicture`.
 */
export async function readPng(bytes: Buffer): Promise<Picture> {
  const chunks = [...chunksOf(bytes)];
  const header = chunks[0];
  if (header?.name !== 'IHDR' || header.data.length !== 13 || chunks.at(-1)?.name !== 'IEND') throw broken('PNG');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  checkSides(width, height);
  await checkPixels(header.data, Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  const pictured = chunks.filter(({ name }) => kept.has(name));
  return { width, height, bytes: Buffer.concat([signature, ...pictured.map(({ whole }) => whole)]) };
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  /** With its length, its name and its checksum. */
  readonly whole: Buffer;
}

function* chunksOf(bytes: Buffer): Generator<Chunk> {
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const whole = bytes.subarray(at, at + 12 + length);
    if (whole.length !== 12 + length || crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(8 + length))
      throw broken('PNG');
    const name = whole.toString('latin1', 4, 8);
    yield { name, data: whole.subarray(8, -4), whole };
    if (name === 'IEND') return;
    at += whole.length;
  }
}

/** Whether the packed data are as many pixels as the header says: a file that unpacks to more is not read on. */
async function checkPixels(header: Buffer, packed: Buffer): Promise<void> {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colourType = 0, , , interlace = 0] = header.subarray(8);
  const colour = colours[colourType];
  if (colour === undefined || !colour.depths.includes(depth) || interlace > 1) throw broken('PNG');
  if (interlace === 1) throw new UnfitPicture('is interlaced; export it without (“interlaced”, “Adam7”)');
  const expected = height * (1 + Math.ceil((width * depth * colour.samples) / 8));
  const unpacked = await unpack(packed, { maxOutputLength: expected }).catch(() => null);
  if (unpacked?.length !== expected) throw broken('PNG');
}
