import { type LogoReading, type LogoType, logoLimits, type Picture, UnfitPicture } from './logo.ts';
import { isJpeg, readJpeg } from './read-jpeg.ts';
import { isPng, readPng } from './read-png.ts';
import { isWebp, readWebp } from './read-webp.ts';

interface Format {
  readonly type: LogoType;
  /** By its first bytes (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern). */
  readonly is: (bytes: Buffer) => boolean;
  readonly read: (bytes: Buffer) => Picture | Promise<Picture>;
}

const formats: readonly Format[] = [
  { type: 'image/png', is: isPng, read: readPng },
  { type: 'image/jpeg', is: isJpeg, read: readJpeg },
  { type: 'image/webp', is: isWebp, read: readWebp },
];

/**
 * Reads a file that somebody chose as a logo. What it is, its first bytes say, whatever it was sent as; what is stored is written anew
 * from what its picture needs, so that a file which is something else as well is it no more.
 */
export async function readLogo(bytes: Buffer): Promise<LogoReading> {
  if (bytes.length > logoLimits.bytes) return refused(`has more than ${logoLimits.bytes / 1024} KB`);
  const format = formats.find(({ is }) => is(bytes));
  if (format === undefined) return refused('is neither PNG, JPEG nor WebP; an SVG has to be exported as one of them');
  try {
    return { kind: 'logo', logo: { type: format.type, ...(await format.read(bytes)) } };
  } catch (error) {
    if (error instanceof UnfitPicture) return refused(error.message);
    throw error;
  }
}

function refused(why: string): LogoReading {
  return { kind: 'refused', why: `The logo ${why}.` };
}
