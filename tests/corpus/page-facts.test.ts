import { expect, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { dataFacts } from './data-facts.ts';
import { pageFacts } from './page-facts.ts';

test.each([
  ['an anchor in an anchor', '<a href="/x"><b><a href="/y">y</a></b></a>', ['<a> in <a>']],
  ['a button in an anchor', '<a href="/x"><button>y</button></a>', ['<button> in <a>']],
  ['a block in a paragraph', '<p>a<div>b</div></p>', ['</p> without its beginning']],
  ['what is not closed', '<div><span>a</div>', ['<span> without its end']],
  ['an id twice', '<p id="a"></p><p id="a"></p>', ['the id "a" twice, or empty']],
  ['a page as it should be', '<ul><li id="a">x<li id="b"><br><svg><path d="m0"/></svg></ul><p>y', []],
])('%s is found', (_, html, faults) => {
  expect(pageFacts(html).faults).toEqual(faults);
});

test('texts that a program did not mean are found, and what scripts say is none', () => {
  expect(pageFacts('<p>Up to undefined items</p><script>a === undefined</script>').slips).toEqual([
    'Up to undefined items',
  ]);
  expect(pageFacts('<p>[object Object]</p><td>NaN</td><p>It is not underdefined</p>').slips).toHaveLength(2);
});

test('page data lead to pages, to schemas under another address, and to parts', () => {
  const data = { href: '/docs', view: { type: 'Pet', name: 'a.b', slug: 'a-b', more: 'a b' }, scheme: { type: 'x' } };
  expect(dataFacts(JSON.stringify(data), 'reference/a/v1/x.json').links).toEqual([
    '/docs',
    '/reference/a/v1/parts/a%20b.json',
    '/reference/a/v1/schemas/a-b',
  ]);
  expect(dataFacts('{', 'reference/a/v1/x.json').faults).toHaveLength(1);
});

test('a link is broken where no file or no place answers', () => {
  const page = (file: string, links: string[], ids: string[] = []) => ({ file, links, ids, faults: [], slips: [] });
  const good = ['/', '/a#here', '#there', 'https://x.example/', 'mailto:a@x.example', '/readyz', '/a.json', 'b%20c'];
  const facts = [page('index.html', ['/gone', '/a#nowhere', ...good], ['there']), page('a.html', [], ['here'])];
  const present = ['index.html', 'a.html', 'a.json', 'b c.html'];
  expect(brokenLinks([...facts, page('b c.html', [])], present)).toEqual([
    'index.html (1): the link /gone leads to no page',
    'index.html (1): the link /a#nowhere leads to no place in its page',
  ]);
});
