import path from 'node:path';
import { twinAddress } from '../twin-address.ts';
import type { Guide } from './guide.ts';

/**
 * Where a link of a guide leads in its twin: to another twin, by its absolute address. A file (`../start/keys.md`) is looked up among
 * the guides; what leads out of the site stays as it is.
 */
export function twinLinks(guides: readonly Guide[]): (guide: Guide) => (href: string) => string {
  const byFile = new Map(guides.map(({ file, address }) => [file, address]));
  return (guide) => (href) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(href) || href === '') return href;
    const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
    const file = byFile.get(path.posix.join(path.posix.dirname(guide.file), decoded(target)));
    if (file !== undefined && /\.mdx?$/.test(target)) return twinAddress(file + rest);
    return twinAddress(href.startsWith('/') ? href : new URL(href, `http://site${guide.address}`).pathname + rest);
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
