import { expect } from '@playwright/test';
import { corpus } from './corpus.ts';
import { test } from './corpus.fixture.ts';
import { samplePages } from './sample-pages.ts';
import { PHONE, visit } from './visit.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ viewport: PHONE, reducedMotion: 'reduce' } as object);

for (const api of corpus().descriptions.keys()) {
  test(`${api}: pages of each kind keep nobody out, break nothing, and fit a phone`, async ({ page, corpus }) => {
    test.setTimeout(180_000);
    const wrong: string[] = [];
    for (const address of samplePages(corpus.site, api)) wrong.push(...(await visit(page, address)));
    await page.emulateMedia({ colorScheme: 'dark' });
    wrong.push(...(await visit(page, `/reference/${api}/v1`)));
    expect(wrong).toEqual([]);
  });
}
