/** The formats that a logo may have. SVG is none of them: it is a document with scripts, links and fonts, of which no filter keeps up. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];

/** A logo as it is stored and served: nothing is in it but what its picture is made of. */
export interface Logo {
  readonly type: LogoType;
  readonly bytes: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture, or in words why it is none that can be taken. */
export type LogoReading =
  { readonly kind: 'logo'; readonly logo: Logo } | { readonly kind: 'refused'; readonly why: string };

/** What one format's reader gives: it has looked at every byte, and kept those of the picture. */
export type Picture = Omit<Logo, 'type'>;

/** Thrown by a format's reader; the message is for whoever chose the file. */
export class UnfitPicture extends Error {
  override readonly name = 'UnfitPicture';
}

export const logoLimits = { bytes: 256 * 1024, leastSide: 64, mostSide: 1024, mostRatio: 4 } as const;

/** Throws where the sides are not those of a logo. To be called before anything is unpacked. */
export function checkSides(width: number, height: number): void {
  const { leastSide, mostSide, mostRatio } = logoLimits;
  if (Math.min(width, height) < leastSide || Math.max(width, height) > mostSide) {
    throw new UnfitPicture(`is ${width} × ${height} pixels; each side is to have ${leastSide} to ${mostSide}`);
  }
  if (Math.max(width, height) > mostRatio * Math.min(width, height)) {
    throw new UnfitPicture(`is ${width} × ${height} pixels; the longer side may be ${mostRatio} times the other`);
  }
}

/** For a file that says what it is, and is not. */
export function broken(format: string): UnfitPicture {
  return new UnfitPicture(`is not a whole ${format} file; export it again`);
}
