import type { ServerResponse } from 'node:http';
import { answerWith, send } from './answering.ts';
import { expect, test } from './portal.ts';

test('an answer of 50 MB is a tree that scrolls and is searched', async ({ page }) => {
  const item = (at: number) => `{"id":"off_${at}","holder":{"name":"Ada ${at}","note":"${'x'.repeat(180)}"}}`;
  const body = Buffer.from(`{"data":[${Array.from({ length: 210_000 }, (_, at) => item(at)).join(',')}],"end":"last"}`);
  const close = await answerWith(page, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  const console = await send(page);
  const tree = console.getByRole('tree');
  await expect(tree).toBeVisible({ timeout: 30_000 });
  await tree.focus();
  await page.keyboard.press('End');
  await expect(console.getByRole('treeitem', { selected: true })).toContainText('"last"');
  await console.getByRole('searchbox', { name: 'Search in the answer' }).fill('off_150000');
  await expect(console.getByText('1 found')).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Enter');
  await expect(console.getByText('/data/150000/id')).toBeVisible();
  close();
});

test('server-sent events are listed as they come, and are stopped', async ({ page }) => {
  const close = await answerWith(page, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: offer.accepted\nid: 1\ndata: {"id":"off_1"}\n\n');
    response.write('data: plain\n\n');
  });
  const console = await send(page);
  await expect(console.getByRole('listitem').filter({ hasText: 'offer.accepted' })).toContainText('"id": "off_1"');
  await console.getByRole('button', { name: 'Cancel' }).click();
  await expect(console).toContainText('You stopped the answer; what had come is below.');
  await expect(console.getByRole('listitem').filter({ hasText: 'plain' })).toBeVisible();
  close();
});

test('of a connection that breaks off, what came is kept', async ({ page, complaints }) => {
  const answers: ServerResponse[] = [];
  const close = await answerWith(page, (_request, response) => {
    answers.push(response);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":[{"id":"off_half"');
  });
  const console = await send(page);
  await expect(console).toContainText('off_half');
  for (const answer of answers) answer.destroy();
  await expect(console).toContainText('The answer broke off');
  await expect(console.getByRole('tree')).toContainText('"off_half"');
  complaints.length = 0; // the browser itself reports the broken connection
  close();
});

test('an HTML answer is previewed without its scripts, and asks for nothing', async ({ page, complaints }) => {
  const answered: string[] = [];
  page.on('response', (response) => answered.push(response.url()));
  const close = await answerWith(page, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<h1>Hello</h1><script>top.document.title="pwned"</script><img src="/stolen.png">');
  });
  const console = await send(page);
  await console.getByRole('button', { name: 'Preview' }).click();
  const frame = console.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Hello' })).toBeVisible();
  expect(await page.title()).not.toBe('pwned');
  // The browser says that it blocked the image; what it blocks is never answered.
  await expect.poll(() => complaints.join('\n')).toContain("stolen.png' violates");
  expect(answered.filter((url) => url.includes('stolen'))).toEqual([]);
  complaints.length = 0;
  close();
});

test('what is against the contract is marked on its line, and the next page follows the cursor', async ({ page }) => {
  const close = await answerWith(page, (request, response) => {
    const cursor = new URL(request.url ?? '', 'http://x').searchParams.get('cursor');
    response.writeHead(200, { 'content-type': 'application/json', ratelimit: '"default";r=5;t=9' });
    response.end(
      JSON.stringify({ data: [{ id: 7 }], has_more: cursor === null, next_cursor: cursor ? null : 'page-2' }),
    );
  });
  const console = await send(page);
  await console.getByRole('button', { name: '/data/0/id', exact: true }).click();
  await expect(console.getByRole('treeitem', { selected: true })).toContainText('expected a string, got the number 7');
  await expect(console).toContainText('5 requests left, more in 9 s');
  await console.getByRole('button', { name: 'Next page' }).click();
  await expect(console.getByRole('textbox', { name: 'cursor' })).toHaveValue('page-2');
  await expect(console.getByRole('button', { name: 'Next page' })).toHaveCount(0);
  close();
});
