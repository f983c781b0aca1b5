import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScriptHashes } from './content-security.ts';

const hash = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

test.each([
  ['an inline script is hashed as it stands', '<script>a()\n</script>', [hash('a()\n')]],
  ['a module is hashed', '<script type="module">b()</script>', [hash('b()')]],
  ['attributes without quotes are read', '<script type=module data-x>b()</script>', [hash('b()')]],
  ['a script with an address needs no hash', '<script defer src="/x.js"></script>', []],
  ['a data block is not executed', '<script type="application/json">{"a":1}</script>', []],
  ['several scripts keep their order', '<script>1</script><p></p><script>2</script>', [hash('1'), hash('2')]],
])('%s', (_name, html, want) => {
  expect(inlineScriptHashes(html)).toEqual(want);
});
