import type { RequestPart } from './request-description';

/**
 * A multipart body (RFC 7578) whose parts have types of their own, which the browser's `FormData` gives to files only. The boundary is in
 * the blob's type; `random` gives numbers from 0 to 1.
 */
export function multipartBlob(parts: readonly RequestPart[], random: () => number = Math.random): Blob {
  const boundary = `----portolan${Array.from({ length: 3 }, () => random().toString(36).slice(2, 12)).join('')}`;
  const pieces = parts.flatMap(([name, value, fileName, file, type]): BlobPart[] => {
    const fileWords = fileName === undefined ? '' : `; filename="${inQuotes(fileName)}"`;
    const fileType = [file?.type, 'application/octet-stream'].find(Boolean);
    const ownType = type ?? (fileName === undefined ? undefined : fileType);
    const typeLine = ownType === undefined ? '' : `\r\nContent-Type: ${oneLine(ownType)}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${inQuotes(name)}"${fileWords}${typeLine}\r\n\r\n`;
    return [head, file ?? value, '\r\n'];
  });
  return new Blob([...pieces, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

/** HTML §4.10.21.8: what would end the quoted text is percent-encoded. */
function inQuotes(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
