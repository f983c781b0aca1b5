import { expect, test } from 'vitest';
import { recentChanges } from './recent-changes.ts';

const changelog = `---
title: Changelog
---

Changes that you notice.

## 12 October 2026: v2.4

- **Added:** \`delivery.channel\` offers it
  straight to a wallet. Take \`wallet_id\` from [there](/x).
- **Changed:** problems name e.g. every place.
- **Fixed:** a third point.

## 12 October 2026: v2.4

Only a sentence. And one more.

## Version 2 {#v2}

### Details

- Under a deeper heading

## Too old
`;

test('the newest entries come with the first sentences below them and the anchors of their page', () => {
  expect(recentChanges(changelog, '/docs/changelog')).toEqual([
    {
      title: '12 October 2026: v2.4',
      to: '/docs/changelog#12-october-2026-v24',
      points: ['Added: delivery.channel offers it straight to a wallet.', 'Changed: problems name e.g. every place.'],
    },
    {
      title: '12 October 2026: v2.4',
      to: '/docs/changelog#12-october-2026-v24-1',
      points: ['Only a sentence.'],
    },
    { title: 'Version 2', to: '/docs/changelog#v2', points: ['Under a deeper heading'] },
  ]);
});

test('a changelog without entries has no changes', () => {
  expect(recentChanges('Nothing yet.\n', '/docs/changelog')).toEqual([]);
});
