import type { LoadedPortal } from '../../../contract/read/index.ts';
import { isOpenTo } from '../../../contract/read/index.ts';

/** A version of an API, as addresses name it. */
export interface NamedVersion {
  readonly api: string;
  readonly version: string;
}

/** Whether a version is there for an organization; null is whoever has none. Asks the database only where something is early access. */
export type OpensTo = (organization: string | null) => Promise<(named: NamedVersion) => boolean>;

/** Decides by the configuration and by who is in which group now. What the configuration does not have is there for nobody. */
export function opensTo(
  { apis }: Pick<LoadedPortal, 'apis'>,
  groupsOf: (organization: string) => Promise<readonly string[]>,
): OpensTo {
  const access = new Map<string, readonly string[] | undefined>(
    apis.flatMap(({ id, versions }) => versions.map((version) => [`${id}/${version.id}`, version.access] as const)),
  );
  const isGated = [...access.values()].some((groups) => groups !== undefined);
  return async (organization) => {
    const groups = isGated && organization !== null ? await groupsOf(organization) : [];
    return ({ api, version }) => {
      const key = `${api}/${version}`;
      return access.has(key) && isOpenTo(access.get(key), groups);
    };
  };
}
