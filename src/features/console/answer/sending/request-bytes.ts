import type { RequestContent } from '../../request';

/** The bytes of a request's body; of a multipart one those of its values and files, without what stands between them. */
export function requestBytes(content: RequestContent): number {
  switch (content.kind) {
    case 'none':
      return 0;
    case 'text':
      return textBytes(content.text);
    case 'file':
      return content.file?.size ?? textBytes(content.text);
    case 'parts':
      return content.parts.reduce((sum, [, value, , file]) => sum + (file?.size ?? textBytes(value)), 0);
  }
}

function textBytes(text: string): number {
  // Copying a long text only to measure it is not worth it.
  return text.length > 1_000_000 ? text.length : new TextEncoder().encode(text).length;
}
