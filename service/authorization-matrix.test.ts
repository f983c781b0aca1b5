import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../contract/model.ts';
import { answerCheck } from '../tests/support/answer-check.ts';
import { newPostgres, newSqlite } from '../tests/support/databases.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import {
  type Caller,
  callers,
  type Callers,
  goneCallers,
  keyCallers,
  roleless,
  sessionCallers,
  startCallers,
} from './authorization-callers.fixture.ts';
import { type Sample, samples, thingsOfOthers } from './authorization-samples.fixture.ts';

/**
 * Who may call what, of the contract's own `security`: every operation is called by every kind of caller, also by those who were somebody
 * and are not any more. A new operation needs a sample in `authorization-samples.fixture.ts`; who may call it is not said there.
 */
const among = (these: readonly Caller[], caller: Caller) => these.includes(caller);
const isKey = (caller: Caller) => among([...keyCallers, 'revoked-key', 'key-of-left', 'expired-key'], caller);
const isSignedIn = (caller: Caller) => among([...sessionCallers, ...roleless], caller);
const isUnknown = (caller: Caller) => caller === 'nobody' || among(goneCallers, caller);

/** What the contract says, by nothing but `security`. */
function isDeclared({ security }: Operation, caller: Caller): boolean {
  if (security.length === 0) return true;
  return security.some((requirement) =>
    Object.entries(requirement).every(([scheme, roles]) => {
      if (scheme === 'key') return among(keyCallers, caller);
      if (scheme === 'teamKey') return caller === 'team';
      const role = caller === 'elsewhere' ? 'owner' : caller;
      return scheme === 'session' && isSignedIn(caller) && (roles.length === 0 || roles.includes(role));
    }),
  );
}

/** Whether the caller shows nothing that any of the operation's schemes looks at: then they are unknown, not forbidden. */
function isWrongScheme(caller: Caller, { security }: Operation): boolean {
  const schemes = security.flatMap((requirement) => Object.keys(requirement));
  return isKey(caller) ? !schemes.some((scheme) => scheme !== 'session') : !schemes.includes('session');
}

function wantedStatus(operation: Operation, caller: Caller): number {
  const { gives, ofLive = gives }: Sample = samples[operation.id] ?? { gives: 0 };
  if (isDeclared(operation, caller)) return caller === 'live' ? ofLive : gives;
  return isUnknown(caller) || isWrongScheme(caller, operation) ? 401 : 403;
}

const pathOf = ({ path }: Operation, values: Readonly<Record<string, string>>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');

const check = answerCheck(portalContract);

test('every operation has a sample, and every sample an operation', () => {
  expect(Object.keys(samples).toSorted()).toEqual(portalContract.operations.map(({ id }) => id).toSorted());
});

test('every operation that names somebody’s thing says what others get, unless it is the team’s', () => {
  // A date of an event is nobody's: what one may see of it is tested beside it.
  const catalogue = new Set([
    'api',
    'version',
    'journey',
    'step',
    'scenario',
    'provider',
    'date',
    'integration',
    'logo',
    'group',
  ]);
  const naming = portalContract.operations.filter(({ path, security }) => {
    const isTeams = security.some((each) => 'teamKey' in each || each.session?.includes('staff'));
    return !isTeams && [...path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => !catalogue.has(name));
  });
  expect(Object.keys(thingsOfOthers).toSorted()).toEqual(naming.map(({ id }) => id).toSorted());
});

const places = { SQLite: newSqlite, PostgreSQL: newPostgres };

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (database) => {
  let all: Callers;
  beforeAll(async () => {
    all = await startCallers(await places[database]());
  }, 60_000);
  afterAll(() => all.close());

  describe('is open to whom the contract names, and to nobody else', () => {
    test.each(portalContract.operations.map((operation) => ({ id: operation.id, operation })))(
      '$id',
      async ({ id, operation }) => {
        const { path = {}, body, gives }: Sample = samples[id] ?? { gives: 0 };
        const asked = operation.security.length === 0 ? (['nobody'] as const) : callers;
        const got: Record<string, number> = {};
        for (const caller of asked) {
          const answer = await all.call(caller, operation.method, pathOf(operation, path), body);
          got[caller] = answer.statusCode;
          const { statusCode: status, headers, body: text } = answer;
          expect(check(id, { status, headers, body: text === '' ? null : text })).toEqual([]);
        }
        expect(got).toEqual(Object.fromEntries(asked.map((caller) => [caller, wantedStatus(operation, caller)])));
        expect([401, 403]).not.toContain(gives);
      },
    );
  });

  const fixed = { api: 'cardea', version: 'v2' };
  const named = Object.entries(thingsOfOthers).map(([id, body]) => {
    const operation = portalContract.operations.find((each) => each.id === id);
    if (operation === undefined) throw new Error(`The contract has no operation ${id}.`);
    return { id, body, operation };
  });
  /** What an answer says, but for the ids in it. */
  function told(answer: Awaited<ReturnType<Callers['call']>>) {
    const { type, title, status, detail = '' } = answer.json<Record<string, string>>();
    const ids = [...Object.values(all.things), ...Object.values(all.goneThings), 'none'];
    return { type, title, status, detail: ids.reduce((text, each) => text.replaceAll(each, '…'), detail) };
  }
  const nothing = () => Object.fromEntries(Object.keys(all.things).map((name) => [name, 'none']));

  describe('somebody else’s thing is as if it were not there', () => {
    test.each(named)('$id', async ({ operation, body }) => {
      const caller = isDeclared(operation, 'guest') ? 'guest' : 'elsewhere';
      const send = (values: Readonly<Record<string, string>>) =>
        all.call(caller, operation.method, pathOf(operation, { ...fixed, ...values }), body);
      const [others, unknown] = [await send(all.things), await send(nothing())];
      expect([others.statusCode, unknown.statusCode]).toEqual([404, 404]);
      expect(told(others)).toEqual(told(unknown));
    });

    test.each(named)('$id, also to who once belonged to it', async ({ operation, body }) => {
      const answer = await all.call(
        'removed-member',
        operation.method,
        pathOf(operation, { ...fixed, ...all.things }),
        body,
      );
      expect([401, 403, 404]).toContain(answer.statusCode);
    });
  });

  describe('what was one’s own and is gone is as if it had never been', () => {
    // Keys that were revoked and invitations that were cancelled stay in their lists. To revoke once more changes nothing.
    const stays: Readonly<Record<string, number>> = {
      ...{ rollKey: 409, revokeKey: 200 },
      ...{ cancelInvitation: 409, resendInvitation: 409 },
    };

    test.each(named.filter(({ operation }) => !operation.path.includes('{delivery}')))(
      '$id',
      async ({ id, operation, body }) => {
        const caller = isDeclared(operation, 'partner') ? 'partner' : 'owner';
        const isWithin = operation.path.replace('{organization}', '').includes('{');
        const values = {
          ...fixed,
          ...all.goneThings,
          ...(isWithin && { organization: all.things.organization ?? '' }),
        };
        const answer = await all.call(caller, operation.method, pathOf(operation, values), body);
        expect(answer.statusCode).toBe(stays[id] ?? 404);
      },
    );
  });
});
