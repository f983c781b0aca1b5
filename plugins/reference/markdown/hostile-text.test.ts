import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { dangersIn, HOSTILE_STRINGS } from '../../../tests/support/hostile-strings.ts';
import { createMarkdownRenderer } from './render-markdown.ts';

const render = createMarkdownRenderer();

test('there are as many hostile texts as are asked for', () => {
  expect(new Set(HOSTILE_STRINGS).size).toBeGreaterThanOrEqual(500);
});

test('no hostile text becomes an element or an attribute that runs, or leaves the place where it is put', () => {
  for (const text of HOSTILE_STRINGS) {
    const page = JSDOM.fragment(`<section>${render(text)}</section><footer></footer>`);
    expect(dangersIn(page), text).toEqual([]);
    expect(
      [...page.children].map(({ tagName }) => tagName),
      text,
    ).toEqual(['SECTION', 'FOOTER']);
    expect(page.querySelector('[id], [class]:not(code, span), [style], [name], [target]'), text).toBeNull();
  }
});
