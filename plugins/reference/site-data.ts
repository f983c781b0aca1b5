import type { LoadedPortal } from '../../contract/read/index.ts';

/** What every page of the site knows of the reference; `src/features/reference/data/reference-site.ts` reads this shape. */
export function siteData({ apis }: LoadedPortal): object {
  return {
    apis: apis.map(({ id, title, versions }) => ({
      id,
      title,
      versions: versions.map(({ id: version, current, deprecated }) => ({ id: version, current, deprecated })),
    })),
  };
}
