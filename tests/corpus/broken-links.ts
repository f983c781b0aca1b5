import type { FileFacts } from './file-facts.ts';

/** What the service answers at without a file. */
const SERVED = /^\/(?:healthz|readyz|api\/|gateway\/|account\/events|integrations\.md)/;
const HERE = 'http://site';
/** Of a broken link, so many places are told. */
const PLACES = 3;

/** A line for each address of this site that no file answers at, and for each anchor that its page has not. */
export function brokenLinks(facts: readonly FileFacts[], present: readonly string[]): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  for (const { file, ids: own } of facts) if (file.endsWith('.html')) ids.set(addressOf(file), new Set(own));
  const files = new Set(present.map((file) => `/${file}`));
  const broken = new Map<string, string[]>();
  for (const { file, links } of facts) {
    for (const link of links) {
      const fault = faultOf(link, addressOf(file), ids, files);
      if (fault !== undefined) broken.set(fault, [...(broken.get(fault) ?? []), file]);
    }
  }
  return [...broken].map(([fault, from]) => `${from.slice(0, PLACES).join(', ')} (${from.length}): ${fault}`);
}

function faultOf(
  link: string,
  from: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
): string | undefined {
  const url = URL.parse(link, HERE + from);
  if (url === null) return `the link ${link} is no address`;
  if (url.origin !== HERE || SERVED.test(url.pathname)) return undefined;
  const address = decode(url.pathname).replace(/(?<=.)\/$/, '');
  const page = ids.get(address);
  if (page === undefined) return files.has(address) ? undefined : `the link ${link} leads to no page`;
  const anchor = decode(url.hash.slice(1));
  return anchor === '' || page.has(anchor) ? undefined : `the link ${link} leads to no place in its page`;
}

const addressOf = (file: string) =>
  `/${file}`.replace(/\.(?:html|json|md)$/, '').replace(/(?<=^|.)\/index$/, '') || '/';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
