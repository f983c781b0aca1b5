import { describe, expect, test } from 'vitest';
import type { Method, Operation, Schema } from '../../../contract/model.ts';
import { aContract, anOperation, aResponse } from '../../../contract/model.fixture.ts';
import type { Role } from './resource.ts';
import { resourceMap } from './resource-map.ts';

const thing: Schema = { $ref: '#/components/schemas/Thing' };
const schemas = {
  Thing: {
    type: 'object',
    properties: { id: { type: 'string' }, name: { type: 'string' }, status: { type: 'string' } },
  },
};
const list: Schema = {
  type: 'object',
  properties: { data: { type: 'array', items: thing }, has_more: { type: 'boolean' } },
};
const other: Schema = { type: 'object', properties: { total: { type: 'integer' }, unit: { type: 'string' } } };

function operations(...rows: readonly (readonly [Method, string, Schema?])[]): Operation[] {
  return rows.map(([method, path, schema]) => anOperation({ method, path, responses: [aResponse('200', schema)] }));
}

function told(role: Role): string {
  switch (role.kind) {
    case 'act':
      return `act ${role.verb} on ${role.collection.template}`;
    case 'single':
      return `${role.does} the one at ${role.single.template}`;
    case 'answer':
      return 'answer';
    default:
      return `${role.kind} in ${role.collection.template}`;
  }
}

function rolesOf(all: readonly Operation[]): Record<string, string> {
  const map = resourceMap(aContract(all, schemas));
  return Object.fromEntries(all.map((operation) => [operation.id, told(map.roleOf(operation))]));
}

describe('what operations do is told from paths, methods and schemas', () => {
  test('a collection and its items', () => {
    const all = operations(
      ['get', '/things', list],
      ['post', '/things', thing],
      ['get', '/things/{id}', thing],
      ['put', '/things/{id}', thing],
      ['patch', '/things/{id}', thing],
      ['post', '/things/{id}', thing],
      ['delete', '/things/{id}'],
    );
    expect(rolesOf(all)).toEqual({
      'get /things': 'list in /things',
      'post /things': 'create in /things',
      'get /things/{id}': 'read in /things',
      'put /things/{id}': 'replace in /things',
      'patch /things/{id}': 'merge in /things',
      'post /things/{id}': 'merge in /things',
      'delete /things/{id}': 'remove in /things',
    });
  });

  test('collections below items, with parameters of any name, and of two parameters', () => {
    const all = operations(
      ['get', '/owners/{owner}/things', list],
      ['post', '/owners/{owner}/things', thing],
      ['get', '/owners/{owner_id}/things/{thing_id}', thing],
      ['get', '/repos/{owner}/{repo}', thing],
      ['get', '/repos/{owner}/{repo}/issues', list],
    );
    expect(rolesOf(all)).toMatchObject({
      'get /owners/{owner}/things': 'list in /owners/{owner}/things',
      'get /repos/{owner}/{repo}': 'read in /repos',
      'get /repos/{owner}/{repo}/issues': 'list in /repos/{owner}/{repo}/issues',
    });
  });

  test('actions', () => {
    const all = operations(
      ['get', '/things', list],
      ['get', '/things/{id}', thing],
      ['post', '/things/{id}/suspend', thing],
      ['put', '/things/{id}/archive', thing],
      ['delete', '/things/{id}/archive', thing],
      ['post', '/things/{id}/payment', other],
    );
    expect(rolesOf(all)).toMatchObject({
      'post /things/{id}/suspend': 'act suspend on /things',
      'put /things/{id}/archive': 'act archive on /things',
      'delete /things/{id}/archive': 'act unarchive on /things',
      'post /things/{id}/payment': 'act payment on /things',
    });
  });

  test('single things, reports, and what is neither', () => {
    const all = operations(
      ['get', '/me', other],
      ['patch', '/me', other],
      ['get', '/things/{id}', thing],
      ['get', '/things/{id}/settings', other],
      ['put', '/things/{id}/settings', other],
      ['get', '/user', other],
      ['get', '/user/{account}', thing],
      ['put', '/user/starred/{id}'],
      ['post', '/oauth/token', other],
      ['get', '/statistics', other],
    );
    expect(rolesOf(all)).toEqual({
      'get /me': 'read the one at /me',
      'patch /me': 'merge the one at /me',
      'get /things/{id}': 'read in /things',
      'get /things/{id}/settings': 'read the one at /things/{id}/settings',
      'put /things/{id}/settings': 'replace the one at /things/{id}/settings',
      'get /user': 'answer',
      'get /user/{account}': 'read in /user',
      'put /user/starred/{id}': 'replace in /user/starred',
      'post /oauth/token': 'answer',
      'get /statistics': 'answer',
    });
  });

  test.each<[string, string, Schema, boolean]>([
    ['a bare array', '/things', { type: 'array', items: thing }, true],
    ['an envelope', '/things', list, true],
    [
      'an envelope named like the path',
      '/things',
      { type: 'object', properties: { things: { type: 'array', items: thing }, more: {} } },
      true,
    ],
    [
      'an envelope by allOf',
      '/things',
      {
        allOf: [
          { type: 'object', properties: { total_count: {} } },
          { type: 'object', properties: { rows: { type: 'array', items: thing } } },
        ],
      },
      true,
    ],
    ['an array of words', '/words', { type: 'array', items: { type: 'string' } }, false],
    [
      'an object with an array among other things',
      '/me',
      { type: 'object', properties: { name: {}, keys: { type: 'array', items: thing } } },
      false,
    ],
  ])('%s is a list: %s', (_name, path, schema, isList) => {
    const all = operations(['get', path, schema], ['post', path, schema]);
    expect(rolesOf(all)[`get ${path}`]?.startsWith('list')).toBe(isList);
  });
});
