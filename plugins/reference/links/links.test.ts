import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkReferenceLinks } from './check-links.ts';
import { exemptReferenceAnchors } from './exempt-anchors.ts';
import { pageLinks } from './page-links.ts';

test.each([
  ['<a class="x" href="/reference/a/v1/get-it#body">', [{ path: '/reference/a/v1/get-it', anchor: 'body' }]],
  ['<a href=/reference/a/v1/get-it>', [{ path: '/reference/a/v1/get-it', anchor: '' }]],
  ['<a href="/reference/a/v1/get-it.html?x=1#a%20b">', [{ path: '/reference/a/v1/get-it', anchor: 'a b' }]],
  ['<a href="/reference/a/v1/schemas/Offer">', [{ path: '/reference/a/v1/schemas/Offer', anchor: '' }]],
  ['<a href="/reference/a/v1">', []],
  ['<a href="/reference/a/v1/tags/x">', []],
  ['<a href="/reference/a/v1/description.yaml">', []],
  ['<a href="https://x.example/reference/a/v1/y">', []],
])('links into the reference in %s', (html, want) => {
  expect(pageLinks(html)).toEqual(want);
});

async function site(guide: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-links-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'reference/a/v1'), { recursive: true });
  await mkdir(path.join(folder, 'docs'));
  await writeFile(path.join(folder, 'reference/a/v1/pages.json'), '["create-offer","schemas/Offer"]');
  await writeFile(path.join(folder, 'reference/a/v1/create-offer.html'), '<p id="body">');
  await writeFile(path.join(folder, 'docs/start.html'), guide);
  return folder;
}

describe('a guide’s link into the reference', () => {
  test.each([
    ['/reference/a/v1/create-offer'],
    ['/reference/a/v1/create-offer#body'],
    ['/reference/a/v1/schemas/Offer'],
  ])('%s is good', async (href) => {
    await expect(checkReferenceLinks(await site(`<a href="${href}">`))).resolves.toBeUndefined();
  });

  test.each([
    [
      '/reference/a/v1/create-ofer',
      '/docs/start: the link /reference/a/v1/create-ofer leads to no page of the reference. Did you mean /reference/a/v1/create-offer?',
    ],
    [
      '/reference/a/v1/zzz',
      '/docs/start: the link /reference/a/v1/zzz leads to no page of the reference. /reference/a/v1 lists what there is.',
    ],
    [
      '/reference/a/v9/create-offer',
      '/docs/start: the link /reference/a/v9/create-offer leads to no API version. Name one of portal.config.ts.',
    ],
    [
      '/reference/a/v1/create-offer#nowhere',
      '/docs/start: the link /reference/a/v1/create-offer#nowhere leads to no place in that page. Open the page and take the address of one of its names.',
    ],
  ])('%s is told with a remedy', async (href, message) => {
    await expect(checkReferenceLinks(await site(`<a href="${href}">`))).rejects.toThrow(message);
  });
});

describe('Docusaurus is told not to look at', () => {
  type Tree = Parameters<ReturnType<typeof exemptReferenceAnchors>>[0];
  const run = (node: Tree) => {
    const tree = { type: 'root', children: [node] };
    exemptReferenceAnchors()(tree);
    return tree.children[0];
  };
  const exempt = { type: 'mdxJsxAttribute', name: 'data-noBrokenLinkCheck', value: 'true' };

  test('a link into an operation', () => {
    expect(run({ type: 'link', url: '/reference/a/v1/x#y', children: [] })).toMatchObject({
      type: 'mdxJsxTextElement',
      name: 'a',
      attributes: [{ name: 'href', value: '/reference/a/v1/x#y' }, exempt],
    });
  });

  test('an element that leads into an operation', () => {
    const to = { type: 'mdxJsxAttribute' as const, name: 'to', value: '/reference/a/v1/x#y' };
    expect(run({ type: 'mdxJsxFlowElement', name: 'Link', attributes: [to] })).toMatchObject({
      attributes: [to, exempt],
    });
  });

  test('nothing else', () => {
    const other = { type: 'link', url: '/docs/x#y', children: [] };
    expect(run({ ...other })).toEqual(other);
    const plain = { type: 'link', url: '/reference/a/v1/x', children: [] };
    expect(run({ ...plain })).toEqual(plain);
  });
});
