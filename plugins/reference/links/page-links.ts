import { PAGE_ADDRESS } from './page-address.ts';

/** A link to a page of the reference as it stands in a built page. */
export interface PageLink {
  /** `/reference/cardea/v2/create-credential-offer` */
  readonly path: string;
  /** Without `#`; empty where the link has none. */
  readonly anchor: string;
}

const LINK = /<a\s[^>]*?\bhref=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s>]+))/gi;

/** The links of a page's HTML that lead to a page in a frame; files of the reference (`.json`, `.yaml`) are none. */
export function pageLinks(html: string): PageLink[] {
  return [...html.matchAll(LINK)].flatMap(({ groups }) => {
    const href = (groups?.quoted ?? groups?.bare ?? '').replaceAll('&amp;', '&');
    const found = PAGE_ADDRESS.exec(href)?.groups;
    if (!found?.path || /\.(?:json|yaml)$/.test(found.path)) return [];
    return [{ path: decode(found.path), anchor: decode(found.anchor ?? '') }];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
