import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { contentSecurityPolicy, readScriptHashes } from '../../platform/security-headers.ts';

/** The groups of early access that whoever sent a request is in. */
export type GroupsOf = (request: FastifyRequest) => Promise<readonly string[]>;

/** The site as some readers see it. */
export interface Edition {
  /** The groups that it is for. */
  readonly readers: readonly string[];
  readonly folder: string;
  /** Its pages' own scripts may run, and those of no other edition. */
  readonly contentSecurityPolicy: string;
}

export interface SiteEditions {
  /** Whether some are there beside everybody's, so that one address is not the same for all. */
  readonly isGated: () => Promise<boolean>;
  /** Those that whoever sent the request may see beside everybody's, the one with the most first. */
  readonly of: (request: FastifyRequest) => Promise<readonly Edition[]>;
}

/** What the build has written down (`editions.json`). */
interface Written {
  readonly editions: readonly { readonly readers: readonly string[]; readonly folder: string }[];
  readonly gated: readonly {
    readonly kind: 'guide' | 'api';
    readonly title: string;
    readonly href: string;
    readonly access: readonly string[];
  }[];
}

const nothing: Written = { editions: [], gated: [] };

/** Read again when the build has written it anew. */
export function siteEditions(deps: {
  readonly buildFolder: string;
  readonly groupsOf: GroupsOf;
  readonly serviceUrl: string;
}): SiteEditions {
  const { buildFolder, groupsOf, serviceUrl } = deps;
  const file = join(buildFolder, 'editions.json');
  let known: { readonly tag: string; readonly editions: readonly Edition[] } | null = null;

  async function all() {
    const entry = await stat(file).catch(() => null);
    if (entry === null) return [];
    const tag = `${entry.ino}-${entry.mtimeMs}-${entry.size}`;
    if (known?.tag === tag) return known.editions;
    const { editions } = await readWritten(buildFolder);
    const made = editions
      .filter(({ folder }) => isBelow(folder))
      .map(({ readers, folder }) => ({
        readers,
        folder: join(buildFolder, folder, 'site'),
        contentSecurityPolicy: contentSecurityPolicy(readScriptHashes(join(buildFolder, folder)), serviceUrl),
      }));
    known = { tag, editions: made.toSorted((a, b) => b.readers.length - a.readers.length) };
    return known.editions;
  }

  return {
    isGated: async () => (await all()).length > 0,
    async of(request) {
      const editions = await all();
      if (editions.length === 0) return [];
      const groups = await groupsOf(request);
      return editions.filter(({ readers }) => readers.length > 0 && readers.every((one) => groups.includes(one)));
    },
  };
}

/** What of the built site is early access. */
export async function readGated(buildFolder: string): Promise<Written['gated']> {
  return (await readWritten(buildFolder)).gated;
}

async function readWritten(buildFolder: string): Promise<Written> {
  try {
    return JSON.parse(await readFile(join(buildFolder, 'editions.json'), 'utf8')) as Written;
  } catch {
    return nothing;
  }
}

function isBelow(folder: string): boolean {
  return !isAbsolute(folder) && !normalize(folder).startsWith('..');
}
