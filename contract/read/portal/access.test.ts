import { describe, expect, test } from 'vitest';
import type { PortalConfig } from '../../portal-config.ts';
import { checkAccess } from './check-access.ts';
import { groupsInUse, portalForReaders } from './for-readers.ts';
import { applyDefaults } from './loaded-portal.ts';

const config: PortalConfig = {
  brand: { name: 'N', tagline: 'T' },
  access: [
    { id: 'unused', title: 'Unused' },
    { id: 'beta', title: 'Beta' },
    { id: 'pilots', title: 'Pilots' },
  ],
  apis: [
    {
      id: 'a',
      versions: [
        { id: 'v2', description: 'a2.json', access: ['beta'] },
        { id: 'v1', description: 'a1.json' },
      ],
    },
    { id: 'b', access: ['pilots'], versions: [{ id: 'v1', description: 'b.json' }] },
  ],
};
const portal = applyDefaults(config, '/p/portal.config.ts', () => true);
const guides = new Map([
  ['early.md', ['beta']],
  ['both.md', ['beta', 'pilots']],
]);
const sentences = (change: Partial<PortalConfig>) =>
  checkAccess({ ...config, ...change }).map(({ sentence }) => sentence);

describe('readers see', () => {
  const seen = (...readers: string[]) => {
    const { apis, hiddenGuides } = portalForReaders(portal, guides, readers);
    const versions = apis.flatMap(({ id, versions: all }) =>
      all.map((one) => `${id}/${one.id}${one.current ? ' current' : ''}`),
    );
    return { versions, hiddenGuides };
  };
  test('nothing that is early access, and the newest of the rest as the current version', () => {
    expect(seen()).toEqual({ versions: ['a/v1 current'], hiddenGuides: ['both.md', 'early.md'] });
  });
  test('what one of their groups opens, and nothing else', () => {
    expect(seen('pilots')).toEqual({ versions: ['a/v1 current', 'b/v1 current'], hiddenGuides: ['early.md'] });
    expect(seen('beta')).toEqual({ versions: ['a/v2 current', 'a/v1'], hiddenGuides: [] });
    expect(seen('unused', 'unknown', '')).toEqual(seen());
  });
  test('all of it in all groups', () => {
    expect(seen('beta', 'pilots')).toEqual({ versions: ['a/v2 current', 'a/v1', 'b/v1 current'], hiddenGuides: [] });
  });
});

test('the guides that are early access and there for these readers are told apart', () => {
  const early = (...readers: string[]) => portalForReaders(portal, guides, readers).earlyGuides;
  expect([early(), early('pilots'), early('beta')]).toEqual([[], ['both.md'], ['both.md', 'early.md']]);
});

test('groups that nothing names need no edition of the site', () => {
  expect(groupsInUse(portal, guides)).toEqual(['beta', 'pilots']);
  expect(groupsInUse(portal, new Map())).toEqual(['beta', 'pilots']);
});

describe('what is wrong is told', () => {
  test('groups twice, and names of none', () => {
    const access = [...(config.access ?? []), { id: 'beta', title: 'Again' }];
    expect(sentences({ access })).toEqual(['two groups of access have the id "beta". Give one of them another id.']);
    const apis = [{ id: 'a', access: ['bata'], versions: [{ id: 'v1', description: 'a.json', access: ['x'] }] }];
    expect(sentences({ apis })).toEqual([
      'there is no group of access "bata". Did you mean "beta"?',
      'there is no group of access "x". Name one of "unused", "beta", "pilots".',
    ]);
  });

  test('a version that tells everybody of one that is early access', () => {
    const replaced = (access?: readonly string[]) => [
      {
        id: 'a',
        versions: [
          { id: 'v2', description: 'a2.json', access: ['beta'] },
          { id: 'v1', description: 'a1.json', access, deprecated: { since: '2026-01-01', replacedBy: 'v2' } },
        ],
      },
    ];
    expect(sentences({ apis: replaced() })).toEqual([expect.stringContaining('"v1" would tell of "v2"')]);
    expect(sentences({ apis: replaced(['beta', 'pilots']) })).toHaveLength(1);
    expect(sentences({ apis: replaced(['beta']) })).toEqual([]);
  });

  test('a journey with what is early access: every browser gets the journeys', () => {
    const step = (operation: string) => [
      { id: 'j', title: 'J', steps: [{ id: 's', title: 'S', proof: { kind: 'traffic' as const, operation } }] },
    ];
    expect(sentences({ journeys: step('a/v2/get') })).toEqual([expect.stringContaining('a v2 is early access')]);
    expect(sentences({ journeys: step('b/v1/get') })).toHaveLength(1);
    expect(sentences({ journeys: step('a/v1/get') })).toEqual([]);
  });
});
