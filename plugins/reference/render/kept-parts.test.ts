import { expect, test } from 'vitest';
import { KeptParts } from './kept-parts.ts';

const has = (name: string) =>
  (globalThis as unknown as Record<symbol, (name: string) => boolean>)[Symbol.for('portolan.reference.has-part')]?.(
    name,
  );
const part = (name: string, inside: string) => `<portolan-part name="${name}">${inside}</portolan-part>`;

test('a part is taken from the first page that has it, and set into those after it', () => {
  const parts = new KeptParts();
  parts.offer();
  expect(has('footer')).toBe(false);
  expect(parts.setInto(`<p>1</p>${part('footer', '<b>$& $1</b>')}`)).toBe('<p>1</p><b>$& $1</b>');
  expect(has('footer')).toBe(true);
  expect(parts.setInto(`<p>2</p>${part('footer', '')}<hr>`)).toBe('<p>2</p><b>$& $1</b><hr>');
});

test('parts of other names are others', () => {
  const parts = new KeptParts();
  parts.offer();
  parts.setInto(part('header a/v1', 'one'));
  expect(has('header a/v2')).toBe(false);
  expect(parts.setInto(part('header a/v2', 'two') + part('header a/v1', ''))).toBe('twoone');
});
