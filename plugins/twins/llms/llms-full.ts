import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { twinAddress } from '../twin-address.ts';
import type { LlmsInput } from './llms-text.ts';

/** An API with more operations is listed, not written out: nobody can read that much at once. */
const MOST_WRITTEN = 300;
const BREAK = '\n---\n\n';

/**
 * The parts of `llms-full.txt`: all guides and the current version of each API, one after the other. `twin` reads the twin of an
 * address.
 */
export function* llmsFullParts(input: LlmsInput, twin: (address: string) => string): Generator<string> {
  const { portal, guides, navs } = input;
  yield `# ${portal.brand.name}\n\n> ${portal.brand.tagline}\n\nAll guides, then the reference. The list of pages: ${portal.url}/llms.txt\n`;
  for (const { address } of guides) yield part(portal.url, address, twin);
  for (const nav of navs.filter((one) => isCurrent(one, input))) {
    const place = `/reference/${nav.api}/${nav.version}`;
    yield part(portal.url, place, twin);
    const slugs = nav.groups.flatMap(({ items }) => items.map(({ slug }) => slug));
    if (slugs.length > MOST_WRITTEN) yield listed(nav, slugs.length, portal.url);
    else for (const slug of slugs) yield part(portal.url, `${place}/${slug}`, twin);
  }
}

function isCurrent({ api, version }: ReferenceNav, { portal }: LlmsInput): boolean {
  return portal.apis.some(
    ({ id, versions }) => id === api && versions.some((one) => one.id === version && one.current),
  );
}

function part(origin: string, address: string, twin: (address: string) => string): string {
  return `${BREAK}Source: ${origin}${twinAddress(address)}\n\n${twin(address)}`;
}

/** One line for each operation: `GET /pets/{id}: /reference/pets/v1/get-pet.md`. */
function listed({ api, version, title, groups }: ReferenceNav, count: number, origin: string): string {
  const lines = groups.flatMap(({ items }) =>
    items.map(
      ({ slug, method, path }) => `- ${method.toUpperCase()} ${path}: ${origin}/reference/${api}/${version}/${slug}.md`,
    ),
  );
  const why = `${title} ${version} has ${count} operations, more than fit here. Each has its page:`;
  return `${BREAK}${why}\n\n${lines.join('\n')}\n`;
}
