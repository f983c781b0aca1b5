import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aParameter } from '../../../../contract/model.fixture.ts';
import type { VerificationView } from '../../../../contract/reference-page.ts';
import { pageOf } from '../page.fixture.ts';
import { webhookGuide } from './webhook-guide.ts';

const guide = { title: 'Webhooks', href: '/docs/webhooks' };
const verify = (...names: string[]): VerificationView | undefined => {
  const parameters = names.map((name) => aParameter({ name, in: 'header' }));
  return pageOf({ kind: 'webhook', parameters }, {}, guide).verification;
};
const standard = verify('Webhook-Id', 'webhook-timestamp', 'webhook-signature');
const ofBody = verify('X-Hub-Signature-256');

test('a webhook whose headers are known says how to verify it, with the portal’s guide', () => {
  expect(standard).toMatchObject({ guide, code: [{ label: 'Node' }, { label: 'Python' }] });
  expect(standard?.stepsHtml).toContain('<code>{webhook-id}.{webhook-timestamp}.{body}</code>');
  expect(ofBody?.stepsHtml).toContain('<code>X-Hub-Signature-256</code>');
  expect(verify('svix-id', 'svix-timestamp', 'svix-signature')?.stepsHtml).toContain('<code>svix-signature</code>');
  expect(verify('X-Signature', 'webhook-id')).toBeUndefined();
  expect(
    pageOf({ parameters: [aParameter({ name: 'X-Hub-Signature-256', in: 'header' })] }).verification,
  ).toBeUndefined();
});

const body = '{"a":"ü"}';
const key = Buffer.from('a secret of some length');
const secret = `whsec_${key.toString('base64')}`;
const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64');
const headers = {
  'webhook-id': 'evt_1',
  'webhook-timestamp': '1000',
  'webhook-signature': `v1,AAAA v1,${sign(`evt_1.1000.${body}`)}`,
};
const hub = { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };

type Case = readonly [
  name: string,
  view: VerificationView | undefined,
  headers: object,
  body: string,
  now: number,
  want: boolean,
];
const CASES: readonly Case[] = [
  ['a genuine delivery', standard, headers, body, 1200, true],
  ['another body', standard, headers, `${body} `, 1200, false],
  ['an old delivery', standard, headers, body, 1301, false],
  ['a clock that is ahead', standard, headers, body, 600, false],
  ['no signature', standard, { ...headers, 'webhook-signature': undefined }, body, 1000, false],
  [
    'another version',
    standard,
    { ...headers, 'webhook-signature': `v2,${sign(`evt_1.1000.${body}`)}` },
    body,
    1000,
    false,
  ],
  ['no headers', standard, {}, body, 1000, false],
  ['a genuine body', ofBody, hub, body, 0, true],
  ['another body', ofBody, hub, `${body} `, 0, false],
  ['no header', ofBody, {}, body, 0, false],
];

describe('the recipe for Node tells', () => {
  test.each(CASES)('%s', async (_name, view, given, text, now, want) => {
    const source = `data:text/javascript,${encodeURIComponent(view?.code[0]?.source ?? '')}`;
    const recipe = (await import(/* @vite-ignore */ source)) as { isGenuine: (...given: unknown[]) => boolean };
    expect(recipe.isGenuine(given, Buffer.from(text), secret, now)).toBe(want);
  });
});

const hasPython = spawnSync('python3', ['-c', 'assert __import__("sys").version_info >= (3, 10)']).status === 0;

describe.runIf(hasPython)('the recipe for Python tells', () => {
  test.each(CASES)('%s', (_name, view, given, text, now, want) => {
    const call = `is_genuine(given["headers"], given["body"].encode(), given["secret"]${view === standard ? ', given["now"]' : ''})`;
    const program = `${view?.code[1]?.source}\nimport json, sys\ngiven = json.load(sys.stdin)\nprint(${call})`;
    const input = JSON.stringify({ headers: given, body: text, secret, now });
    const { stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program], { input, encoding: 'utf8' });
    expect(`${stderr}${stdout}`.trim()).toBe(want ? 'True' : 'False');
  });
});

describe('the guide on webhooks is found', () => {
  const guides = (files: Record<string, string>) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guides-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return webhookGuide(folder);
  };

  test.each<[string, Record<string, string>, object | undefined]>([
    [
      'by its slug',
      { 'build/webhooks.md': '---\ntitle: "On webhooks"\nslug: /hooks\n---\n' },
      { title: 'On webhooks', href: '/docs/hooks' },
    ],
    ['by its place', { '02-build/3-webhooks.mdx': '# x' }, { title: 'Webhooks', href: '/docs/build/webhooks' }],
    ['the shortest', { 'a/webhooks.md': '', 'a/old/webhooks.md': '' }, { title: 'Webhooks', href: '/docs/a/webhooks' }],
    ['not where there is none', { 'a/other.md': '' }, undefined],
  ])('%s', (_name, files, want) => {
    expect(guides(files)).toEqual(want);
  });

  test('not where there are no guides', () => {
    expect(webhookGuide(null)).toBeUndefined();
  });
});
