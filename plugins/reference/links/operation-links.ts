import { OPERATION_ADDRESS } from './operation-address.ts';

/** A link to an operation's page as it stands in a built page. */
export interface OperationLink {
  /** `/reference/cardea/v2/create-credential-offer` */
  readonly path: string;
  /** Without `#`; empty where the link has none. */
  readonly anchor: string;
}

const LINK = /<a\s[^>]*?\bhref=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s>]+))/gi;

/** The links of a page's HTML that lead to an operation; files of the reference (`.json`, `.yaml`) are none. */
export function operationLinks(html: string): OperationLink[] {
  return [...html.matchAll(LINK)].flatMap(({ groups }) => {
    const href = (groups?.quoted ?? groups?.bare ?? '').replaceAll('&amp;', '&');
    const found = OPERATION_ADDRESS.exec(href)?.groups;
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
