import { expect, test } from 'vitest';
import { anOperation } from '../../model.fixture.ts';
import type { Operation } from '../../model.ts';
import { matchOperations } from './match-operations.ts';

const one = (id: string, method: Operation['method'], path: string, difference: Partial<Operation> = {}) =>
  anOperation({ id, method, path, summary: id.replaceAll(/(?=[A-Z])/g, ' '), ...difference });

/** `old→new`, `old→` and `→new`. */
function match(before: Operation[], after: Operation[]): string[] {
  const { both, removed, added } = matchOperations(before, after);
  return [
    ...both.map(({ before: left, after: right, also }) =>
      [`${left.id}→${right.id}`, ...also.map(({ id }) => id)].join('+'),
    ),
    ...removed.map(({ id }) => `${id}→`),
    ...added.map(({ id }) => `→${id}`),
  ];
}

test.each<[name: string, before: Operation[], after: Operation[], want: string[]]>([
  ['the same id', [one('getIt', 'get', '/a')], [one('getIt', 'get', '/b/c')], ['getIt→getIt']],
  ['the same address', [one('getIt', 'get', '/a/{id}')], [one('fetch', 'get', '/a/{a_id}')], ['getIt→fetch']],
  ['a version in the path', [one('x', 'get', '/v1/a')], [one('y', 'get', '/v2/a')], ['x→y']],
  [
    'a likeness',
    [one('deleteWebhook', 'delete', '/webhooks/{id}')],
    [one('deleteWebhookEndpoint', 'delete', '/webhook-endpoints/{id}')],
    ['deleteWebhook→deleteWebhookEndpoint'],
  ],
  [
    'what the older description says',
    [one('push', 'post', '/a', { extensions: { 'x-replaced-by': 'offer' } })],
    [one('push', 'post', '/a'), one('offer', 'post', '/b')],
    ['push→offer', '→push'],
  ],
  [
    'what the newer description says',
    [one('push', 'post', '/a')],
    [one('offer', 'patch', '/b', { extensions: { 'x-replaces': ['push'] } })],
    ['push→offer'],
  ],
  [
    'several successors',
    [one('put', 'put', '/a', { extensions: { 'x-replaced-by': ['patch', 'lock'] } })],
    [one('patch', 'patch', '/a'), one('lock', 'post', '/a/lock')],
    ['put→patch+lock', '→lock'],
  ],
  [
    'a hint that names nothing',
    [one('a', 'get', '/a', { extensions: { 'x-replaced-by': ['gone', 7] } })],
    [one('b', 'get', '/b')],
    ['a→', '→b'],
  ],
  ['nothing alike', [one('getCat', 'get', '/cats/{id}')], [one('listDogs', 'get', '/dogs')], ['getCat→', '→listDogs']],
  [
    'another method',
    [one('saveCat', 'put', '/cats/{id}')],
    [one('patchCat', 'patch', '/cats/{id}')],
    ['saveCat→', '→patchCat'],
  ],
])('operations are matched by %s', (_name, before, after, want) => {
  expect(match(before, after)).toEqual(want);
});

test('the most alike are taken first, and each once', () => {
  const before = [one('listWebhooks', 'get', '/webhooks'), one('listWebhookLogs', 'get', '/webhooks/logs')];
  const after = [
    one('listWebhookEndpointLogs', 'get', '/webhook-endpoints/logs'),
    one('listWebhookEndpoints', 'get', '/webhook-endpoints'),
  ];
  expect(match(before, after)).toEqual([
    'listWebhooks→listWebhookEndpoints',
    'listWebhookLogs→listWebhookEndpointLogs',
  ]);
});
