import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gatherErrors, PortalError } from '../../contract/read/portal-error.ts';
import { isOpenTo } from '../../contract/read/index.ts';
import type { BuiltEdition } from './build-edition.ts';
import type { GatedThing } from './describe-gated.ts';

const TEXT = /\.(?:html|js|json|txt|md|xml|css|yaml|svg)$/;
/** More of them tell no more. */
const MOST = 10;

/**
 * Throws a `PortalError` where an edition holds the address of what is not for its readers: a journey's link, a line of a description, a
 * button of the home page. What Docusaurus checks are links of pages only.
 */
export function refuseTraces(editions: readonly BuiltEdition[], gated: readonly GatedThing[]): void {
  const errors = editions.flatMap((edition) => tracesIn(edition, gated));
  const [first, ...more] = errors.slice(0, MOST);
  if (first) throw gatherErrors([first, ...more]);
}

function tracesIn({ edition, folder }: BuiltEdition, gated: readonly GatedThing[]): PortalError[] {
  const hidden = gated.filter(({ access }) => !isOpenTo(access, edition.readers));
  if (hidden.length === 0) return [];
  const addresses = hidden.map(({ href }) => href.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const trace = new RegExp(`(?<![\\w/.-])(?:https?://[\\w.:-]+)?(${addresses})(?![\\w-])`);
  const whose = edition.readers.length === 0 ? 'everybody' : edition.readers.join(', ');
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || !TEXT.test(entry.name)) return [];
    const file = path.join(entry.parentPath, entry.name);
    const found = trace.exec(readFileSync(file, 'utf8'))?.[1];
    if (found === undefined) return [];
    const page = path.relative(folder, file).replaceAll(path.sep, '/');
    return [
      new PortalError(
        `/${page}, which is for ${whose}, names ${found}, which is early access. Take it out there, or give what names it the same "access".`,
      ),
    ];
  });
}
