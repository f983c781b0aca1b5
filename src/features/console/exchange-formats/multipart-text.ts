import type { ForeignPart } from './foreign-request';

/** The boundary that a `Content-Type` names (RFC 2046 §5.1.1); null where it names none. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  return quoted ?? bare ?? null;
}

/** The parts of a multipart body that is written as a text (RFC 7578). A part with a file's name is that file; so is `< ./file`. */
export function partsOfText(text: string, boundary: string): readonly ForeignPart[] {
  const lines = text.replace(/\r\n/g, '\n');
  return `\n${lines}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partOf(piece.replace(/^[ \t]*\n/, '')));
}

function partOf(piece: string): readonly ForeignPart[] {
  const end = piece.search(/(?:^|\n)\n/);
  const head = end < 0 ? piece : piece.slice(0, end);
  const value = end < 0 ? '' : piece.slice(end).replace(/^\n{1,2}/, '');
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  const name = parameterOf(disposition, 'name');
  if (name === null) return [];
  const fileName = parameterOf(disposition, 'filename') ?? /^<@?\s+(\S.*?)\s*$/.exec(value)?.[1] ?? null;
  const type = /^content-type:\s*(\S.*?)\s*$/im.exec(head)?.[1];
  return [
    fileName === null
      ? { name, text: value, ...(type !== undefined && { type }) }
      : { name, fileName: lastSegment(fileName) },
  ];
}

/** HTML §4.10.21.8: what would end the quoted text is percent-encoded, and a backslash is one. */
function parameterOf(disposition: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(disposition) ?? [];
  return (quoted ?? bare)?.replace(/%(0[AD]|22)/gi, (triplet) => decodeURIComponent(triplet)) ?? null;
}

/** A file's name without its folders. */
export function lastSegment(path: string): string {
  return path.split(/[/\\]/).findLast((segment) => segment !== '') ?? path;
}
