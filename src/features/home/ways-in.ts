import type { HomeWay } from '@site/contract/home-page';

type Link = HomeWay['links'][number];

/** What `home.yaml` says, or, without it, what every portal has: guides and references. */
export function waysIn(
  ways: readonly HomeWay[],
  guides: string | null,
  references: readonly Link[],
): readonly HomeWay[] {
  if (ways.length > 0) return ways;
  const found: HomeWay[] = [];
  if (guides) {
    const text = 'Guides, from the first request to launch.';
    found.push({ title: 'Learn', text, links: [{ label: 'Read the guides', to: guides }] });
  }
  if (references.length > 0) {
    const text = 'Every operation, with a console that sends it to the sandbox.';
    found.push({ title: 'Build', text, links: references });
  }
  return found;
}
