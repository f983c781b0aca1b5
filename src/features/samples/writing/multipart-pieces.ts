import type { RequestPart } from '../../console/request';

export type MultipartPiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly fileName: string };

/** A multipart body (RFC 7578) in pieces, for languages whose clients cannot write one. */
export function multipartPieces(parts: readonly RequestPart[]): {
  readonly boundary: string;
  readonly pieces: readonly MultipartPiece[];
} {
  const boundary = boundaryFor(parts);
  const pieces: MultipartPiece[] = [];
  let text = '';
  for (const [name, value, fileName, , type] of parts) {
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${inQuotes(name)}"`;
    if (fileName === undefined) {
      text += `${type === undefined ? '' : `\r\nContent-Type: ${type}`}\r\n\r\n${value}\r\n`;
      continue;
    }
    text += `; filename="${inQuotes(fileName)}"\r\nContent-Type: ${type ?? 'application/octet-stream'}\r\n\r\n`;
    pieces.push({ kind: 'text', text }, { kind: 'file', fileName });
    text = '\r\n';
  }
  return { boundary, pieces: [...pieces, { kind: 'text', text: `${text}--${boundary}--\r\n` }] };
}

/** HTML §4.10.21.8: what would end the quoted text is percent-encoded. */
function inQuotes(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

/** One that no part holds. */
function boundaryFor(parts: readonly RequestPart[]): string {
  let boundary = 'sample-boundary';
  while (parts.some((part) => part.some((text) => typeof text === 'string' && text.includes(boundary))))
    boundary += '-x';
  return boundary;
}
