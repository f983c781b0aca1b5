import { essenceOf } from '../media-type';

export type BodyView = 'tree' | 'raw' | 'preview' | 'table' | 'bytes';

/** How a text body can be looked at; the first is what one sees first. */
export function viewsOfText(contentType: string | null, isJson: boolean, isShort: boolean): readonly BodyView[] {
  const essence = essenceOf(contentType);
  if (isJson) return ['tree', 'raw'];
  if (isShort && (essence === 'text/html' || essence === 'application/xhtml+xml')) return ['raw', 'preview'];
  if (isShort && essence === 'image/svg+xml') return ['preview', 'raw'];
  if (isShort && (essence === 'text/csv' || essence === 'text/tab-separated-values')) return ['table', 'raw'];
  return ['raw'];
}

export function isMarkup(contentType: string | null): boolean {
  return /[/+](xml|html)$/.test(essenceOf(contentType));
}

const images = new Set(['png', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'x-icon', 'vnd.microsoft.icon', 'svg+xml']);

/** True where a browser draws it. */
export function isImage(contentType: string | null): boolean {
  const [kind, name = ''] = essenceOf(contentType).split('/');
  return kind === 'image' && images.has(name);
}

export const viewNames: Readonly<Record<BodyView, string>> = {
  tree: 'Tree',
  raw: 'Raw',
  preview: 'Preview',
  table: 'Table',
  bytes: 'Bytes',
};
