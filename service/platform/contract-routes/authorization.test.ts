import type { FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { Operation, SecurityRequirement } from '../../../contract/model.ts';
import { ProblemError } from '../problem.ts';
import { authorization, type Authorizer } from './authorization.ts';

const request = {} as FastifyRequest;
const refuse =
  (code: 'key-missing' | 'team-only' | 'unavailable'): Authorizer =>
  async () => {
    throw new ProblemError(code);
  };
const pass: Authorizer = async () => undefined;

function check(security: readonly SecurityRequirement[], authorizers: Record<string, Authorizer>) {
  return authorization({ security } as Operation, new Map(Object.entries(authorizers)));
}

describe('an operation’s security', () => {
  test('none, or an empty requirement beside others, lets everybody through', () => {
    expect(check([], {})).toBeNull();
    expect(check([{ key: [] }, {}], {})).toBeNull();
  });

  test('one of several requirements is enough', async () => {
    const authorizers = { key: refuse('key-missing'), session: pass };
    await check([{ key: [] }, { session: [] }], authorizers)?.(request);
  });

  test('of one requirement every scheme is needed', async () => {
    const authorizers = { key: pass, session: refuse('team-only') };
    await expect(check([{ key: [], session: [] }], authorizers)?.(request)).rejects.toMatchObject({
      code: 'team-only',
    });
  });

  test('the authorizer hears the roles that the contract names', async () => {
    const heard: (readonly string[])[] = [];
    await check([{ session: ['owner', 'developer'] }], { session: async (_, roles) => void heard.push(roles) })?.(
      request,
    );
    expect(heard).toEqual([['owner', 'developer']]);
  });

  test('who is known and may not is told so, rather than that something is missing', async () => {
    const authorizers = { key: refuse('key-missing'), session: refuse('team-only') };
    await expect(check([{ key: [] }, { session: [] }], authorizers)?.(request)).rejects.toMatchObject({ status: 403 });
  });

  test('a database that is away is no refusal', async () => {
    const authorizers = { key: refuse('unavailable'), session: pass };
    await expect(check([{ key: [] }, { session: [] }], authorizers)?.(request)).rejects.toMatchObject({ status: 503 });
  });

  test('a scheme that nobody checks lets nobody through', async () => {
    await expect(check([{ key: [] }], {})?.(request)).rejects.toThrow('Nothing checks the security scheme key.');
  });
});
