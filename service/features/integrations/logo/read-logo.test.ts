import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../../../tests/support/hostile-strings.ts';
import { logoLimits } from './logo.ts';
import { aJpeg, aLosslessWebp, aPng, aWebp, pngChunk } from './pictures.fixture.ts';
import { readLogo } from './read-logo.ts';

const script = Buffer.from('<script>alert(document.domain)</script>');

async function taken(bytes: Buffer) {
  const reading = await readLogo(bytes);
  if (reading.kind === 'refused') throw new Error(reading.why);
  return reading.logo;
}
const why = async (bytes: Buffer) => {
  const reading = await readLogo(bytes);
  return reading.kind === 'refused' ? reading.why : 'taken';
};

describe('a picture is taken with its size, and reads the same again', () => {
  test.each([
    ['PNG', aPng(), { type: 'image/png', width: 64, height: 64 }],
    ['JPEG', aJpeg(), { type: 'image/jpeg', width: 96, height: 64 }],
    ['WebP', aWebp(), { type: 'image/webp', width: 96, height: 64 }],
    ['lossless WebP', aLosslessWebp(), { type: 'image/webp', width: 64, height: 64 }],
  ])('%s', async (_, bytes, want) => {
    const logo = await taken(bytes);
    expect(logo).toMatchObject(want);
    expect((await taken(logo.bytes)).bytes.equals(logo.bytes)).toBe(true);
  });
});

describe('what is not the picture is left out', () => {
  test.each([
    ['behind the end of a PNG', Buffer.concat([aPng(), script])],
    ['behind the end of a JPEG', Buffer.concat([aJpeg(), script])],
    ['behind the end of a WebP', Buffer.concat([aWebp(), script])],
    [
      'in a text of a PNG',
      aPng({ chunks: [pngChunk('tEXt', script), pngChunk('eXIf', script), pngChunk('iTXt', script)] }),
    ],
    ['in an animation of a PNG', aPng({ chunks: [pngChunk('acTL', script), pngChunk('fdAT', script)] })],
    ['in a comment of a JPEG', intoJpeg(0xfe, script)],
    ['in the camera data of a JPEG', intoJpeg(0xe1, script)],
    ['in a chunk of a WebP', intoWebp('EXIF', script)],
    ['in an unknown chunk of a WebP', intoWebp('evil', script)],
  ])('%s', async (_, bytes) => {
    expect(bytes.includes(script)).toBe(true);
    expect((await taken(bytes)).bytes.includes(script)).toBe(false);
  });

  test('and a colour profile, of which the canvas of a WebP says nothing any more', async () => {
    const { bytes } = await taken(aWebp());
    expect([bytes.includes('ICCP'), bytes[20]]).toEqual([false, 0x10]);
    expect((await taken(aJpeg())).bytes.includes('ICC_PROFILE')).toBe(false);
  });
});

describe('what is no picture is refused, whatever it is called', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', Buffer.from('GIF89a/*\u0001\u0001*/=alert(1)')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['a picture behind markup', Buffer.concat([script, aPng()])],
  ])('%s', async (_, bytes) => {
    expect(await why(bytes)).toContain('is neither PNG, JPEG nor WebP');
  });

  test('nor is any of the hostile texts one, also where it begins like one', async () => {
    for (const text of HOSTILE_STRINGS) {
      for (const head of ['', '\u0089PNG\r\n\u001a\n', 'ÿØÿ', 'RIFF\u0010\0\0\0WEBP']) {
        expect(await why(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(text)])), text).not.toBe('taken');
      }
    }
  });
});

describe('a picture that is not as it should be is refused in words', () => {
  test.each([
    ['one side is short', aPng({ width: 63 }), /63 × 64 pixels; each side is to have 64 to 1024/],
    ['one side is long', aPng({ width: 1025, height: 600 }), /1025 × 600 pixels/],
    ['it is a strip', aPng({ width: 300, height: 64 }), /the longer side may be 4 times/],
    ['it says to be huge', aPng({ width: 2 ** 31 - 1, height: 2 ** 31 - 1, pixels: Buffer.alloc(10) }), /each side/],
    ['it unpacks to more than it says', aPng({ pixels: Buffer.alloc(50_000_000) }), /not a whole PNG/],
    ['it unpacks to less', aPng({ pixels: Buffer.alloc(100) }), /not a whole PNG/],
    ['it is interlaced', aPng({ interlace: 1 }), /is interlaced/],
    ['it has too many bytes', Buffer.concat([aPng(), Buffer.alloc(logoLimits.bytes)]), /more than 256 KB/],
    ['it moves', intoWebp('ANIM', Buffer.alloc(6)), /moves/],
    ['its checksum is wrong', flipped(aPng(), 20), /not a whole PNG/],
  ])('%s', async (_, bytes, words) => {
    expect(await why(bytes)).toMatch(words);
  });

  test.each([
    ['PNG', aPng()],
    ['JPEG', aJpeg()],
    ['WebP', aLosslessWebp()],
  ])(
    'a %s that is cut off anywhere, or has a byte changed, is refused or read: it never breaks the reader',
    async (_, bytes) => {
      for (let at = 0; at < bytes.length; at += 1) {
        expect(await why(bytes.subarray(0, at)), `cut at ${at}`).not.toBe('taken');
        expect(['refused', 'logo']).toContain((await readLogo(flipped(bytes, at))).kind);
      }
    },
  );
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

function intoJpeg(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, data.length + 2]);
  const jpeg = aJpeg();
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

function intoWebp(name: string, data: Buffer): Buffer {
  const webp = aWebp();
  const chunk = Buffer.concat([Buffer.from(`${name}\0\0\0\0`, 'latin1'), data, Buffer.alloc(data.length % 2)]);
  chunk.writeUInt32LE(data.length, 4);
  const whole = Buffer.concat([webp, chunk]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
