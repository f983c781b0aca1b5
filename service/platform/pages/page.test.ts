import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { escape, pageHeaders, renderPage } from './page.ts';

const tokens = readFileSync(new URL('../../../src/css/tokens.css', import.meta.url), 'utf8');

test('a page has the colours of the site, light and dark', () => {
  const colours = renderPage({ title: 'Sign in', body: '' }).match(/#[0-9a-f]{3,8}\b/g) ?? [];
  expect(colours.length).toBeGreaterThan(10);
  expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([]);
});

test('a page loads nothing, and what comes from outside stays text in it', () => {
  const policy = pageHeaders('https://portal.example')['content-security-policy'];
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' https:\/\/portal\.example;/,
  );
  const html = renderPage({ title: '<script>alert(1)</script>', body: `<p>${escape(`"'&<b>`)}</p>` });
  expect(html).not.toContain('<script>');
  expect(html).toContain('<p>&quot;&#39;&amp;&lt;b&gt;</p>');
});
