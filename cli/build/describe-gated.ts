import type { GuideAccess, LoadedPortal } from '../../contract/read/index.ts';
import type { BuiltEdition } from './build-edition.ts';

/** A guide or a version of an API that is early access. */
export interface GatedThing {
  readonly kind: 'guide' | 'api';
  readonly title: string;
  /** `/docs/…`, or `/reference/{api}/{version}`, below which all of its pages are. */
  readonly href: string;
  /** The groups for whom it is. */
  readonly access: readonly string[];
}

/** All that is early access, with its address: guides as Docusaurus has placed them. */
export function describeGated(
  { apis }: LoadedPortal,
  guideAccess: GuideAccess,
  editions: readonly BuiltEdition[],
): GatedThing[] {
  const versions = apis.flatMap(({ id: api, title, versions }) =>
    versions.flatMap(({ id, access }): GatedThing[] =>
      access === undefined
        ? []
        : [{ kind: 'api', title: `${title} ${id}`, href: `/reference/${api}/${id}`, access }],
    ),
  );
  const guides = new Map<string, GatedThing>();
  for (const { guides: built } of editions) {
    for (const { file, address, title } of built) {
      const access = guideAccess.get(file);
      if (access) guides.set(file, { kind: 'guide', title, href: address, access });
    }
  }
  return [...versions, ...guides.values()];
}
