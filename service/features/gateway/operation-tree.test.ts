import { describe, expect, test } from 'vitest';
import type { Method } from '../../../contract/model.ts';
import { readAddress } from './address.ts';
import { anOperation } from '../../../contract/model.fixture.ts';
import { operationTree } from './operation-tree.ts';

const tree = operationTree(
  (
    [
      ['get', '/'],
      ['get', '/users'],
      ['post', '/users'],
      ['get', '/users/{user}'],
      ['delete', '/users/{user}'],
      ['get', '/users/me'],
      ['get', '/users/{id}/keys/{key}'],
      ['get', '/users/me/keys'],
      ['post', '/users/{user}:suspend'],
      ['get', '/reports/{name}.{format}'],
      ['get', '/reports/{name}'],
      ['get', '/a/{x}/c'],
      ['get', '/a/b/d'],
      ['get', '/stations/'],
    ] as [Method, string][]
  ).map(([method, path]) => anOperation({ id: `${method} ${path}`, method, path })),
);

function find(method: string, path: string) {
  const reading = readAddress(`/gateway/api/v1${path}`);
  if (reading.kind !== 'read') throw new Error(reading.reason);
  return tree.find(reading.address.segments, method);
}

describe('the operation of a path', () => {
  test.each([
    ['GET', '/', 'get /', {}],
    ['GET', '/users', 'get /users', {}],
    ['POST', '/users', 'post /users', {}],
    ['GET', '/users/u%201', 'get /users/{user}', { user: 'u%201' }],
    ['GET', '/users/me', 'get /users/me', {}],
    ['GET', '/users/%6de', 'get /users/me', {}],
    ['GET', '/users/me/keys/k1', 'get /users/{id}/keys/{key}', { id: 'me', key: 'k1' }],
    ['POST', '/users/u1:suspend', 'post /users/{user}:suspend', { user: 'u1' }],
    ['GET', '/reports/june.pdf', 'get /reports/{name}.{format}', { name: 'june', format: 'pdf' }],
    ['GET', '/reports/june', 'get /reports/{name}', { name: 'june' }],
    ['GET', '/a/b/c', 'get /a/{x}/c', { x: 'b' }],
    ['GET', '/a/b/d', 'get /a/b/d', {}],
    ['GET', '/stations/', 'get /stations/', {}],
    ['HEAD', '/users', 'get /users', {}],
    ['DELETE', '/users/me', 'delete /users/{user}', { user: 'me' }],
  ])('%s %s', (method, path, operation, parameters) => {
    const match = find(method, path);
    if (match.kind !== 'found') throw new Error(match.kind);
    expect(match.operation.id).toBe(operation);
    expect(Object.fromEntries(match.path)).toEqual(parameters);
  });

  test.each([
    ['PUT', '/users', ['get', 'post']],
    ['PUT', '/users/me', ['get', 'delete']],
    ['OPTIONS', '/a/b/c', ['get']],
  ])('%s %s: other methods', (method, path, methods) => {
    const match = find(method, path);
    if (match.kind !== 'other-methods') throw new Error(match.kind);
    expect([...match.methods].sort()).toEqual([...methods].sort());
  });

  test.each(['/nothing', '/users/', '/users/u1/keys/', '/Users', '/stations', '/a/b'])('%s: nothing', (path) => {
    expect(find('GET', path).kind).toBe('nothing');
  });
});
