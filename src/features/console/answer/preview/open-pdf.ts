export type OpenedPdf = 'opened' | 'not-one';

const lastsMilliseconds = 60_000;

/**
 * Opens a PDF in a tab of its own, in the browser's reader, which is no part of this site. Only bytes that begin as one (ISO 32000-2 §7.5.2) get the
 * type of one: whatever else an answer calls so is never opened from this origin.
 */
export async function openPdf(
  blob: Blob,
  open: (url: string) => unknown = (url) => globalThis.open(url, '_blank', 'noreferrer'),
): Promise<OpenedPdf> {
  const begin = new TextDecoder('latin1').decode(await blob.slice(0, 5).arrayBuffer());
  if (begin !== '%PDF-') return 'not-one';
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  setTimeout(() => URL.revokeObjectURL(url), lastsMilliseconds);
  open(url);
  return 'opened';
}
