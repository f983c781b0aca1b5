import type { LoadedPortal } from './loaded-portal.ts';

/** Which guides are early access: the groups for whom each is, by its path relative to the folder of guides, with slashes. */
export type GuideAccess = ReadonlyMap<string, readonly string[]>;

/** Whether what names these groups is there for readers who are in `readers`; what names none is there for everybody. */
export function isOpenTo(access: readonly string[] | undefined, readers: readonly string[]): boolean {
  return access === undefined || access.some((group) => readers.includes(group));
}

/** The portal as readers see it who are in these groups: what is not for them is not in it. An API without a version is gone. */
export function portalForReaders(portal: LoadedPortal, guides: GuideAccess, readers: readonly string[]): LoadedPortal {
  const apis = portal.apis.map((api) => ({
    ...api,
    versions: api.versions
      .filter(({ access }) => isOpenTo(access, readers))
      .map((version, index) => ({ ...version, current: index === 0 })),
  }));
  const early = [...guides.keys()].sort();
  return {
    ...portal,
    readers: readers.filter((reader) => portal.access.some(({ id }) => id === reader)),
    apis: apis.filter(({ versions }) => versions.length > 0),
    earlyGuides: early.filter((guide) => isOpenTo(guides.get(guide), readers)),
    hiddenGuides: early.filter((guide) => !isOpenTo(guides.get(guide), readers)),
  };
}

/** The groups that something names, in the configuration's order. */
export function groupsInUse({ access, apis }: LoadedPortal, guides: GuideAccess): string[] {
  const named = new Set([
    ...apis.flatMap(({ versions }) => versions.flatMap((version) => version.access ?? [])),
    ...[...guides.values()].flat(),
  ]);
  return access.map(({ id }) => id).filter((id) => named.has(id));
}
