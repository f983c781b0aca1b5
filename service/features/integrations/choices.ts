import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { Choices } from './check-content.ts';

/** What a listing can name: versions of the APIs that are for everybody, the portal's own API aside, and the portal's categories. */
export function choicesOf({ apis, integrations }: Pick<LoadedPortal, 'apis' | 'integrations'>): Choices {
  return {
    apis: apis.flatMap(({ id, title, versions }) =>
      versions
        .filter((version) => version.upstream !== 'service' && isForAll(version))
        .map((version) => ({ id: `${id}/${version.id}`, label: `${title} ${version.id}` })),
    ),
    categories: integrations.categories,
  };
}

/** Early access is not told of. */
function isForAll({ access = [] }: { readonly access?: readonly string[] }): boolean {
  return access.length === 0;
}
