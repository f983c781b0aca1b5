/** Hands a file to the reader's downloads. The type is always that of plain bytes: nothing of an answer is ever opened. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has started.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const endings: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'application/zip': 'zip',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/csv': 'csv',
};

/** `get-credential-offer.json`. A name that the answer proposes is not taken over. */
export function fileNameOf(slug: string, essence: string): string {
  const ending = endings[essence] ?? (essence.endsWith('json') ? 'json' : essence.startsWith('text/') ? 'txt' : 'bin');
  return `${slug}.${ending}`;
}
