import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock.ts';
import { solvedProof } from './challenge.fixture.ts';
import { challenges } from './challenge.ts';

const secret = Buffer.alloc(32, 1);
const ours = challenges({ secret, clock: systemClock });
const proofOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

describe('a challenge', () => {
  test('that is solved says when it was given, to whoever shares the secret', async () => {
    const before = Date.now();
    const proof = await solvedProof(await ours.give());
    const solved = await challenges({ secret: Buffer.alloc(32, 1), clock: systemClock }).solved(proof);
    expect(solved?.givenAt.getTime()).toBeGreaterThanOrEqual(before);
    expect(solved?.givenAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('of another portal is worth nothing', async () => {
    const others = challenges({ secret: Buffer.alloc(32, 2), clock: systemClock });
    expect(await ours.solved(await solvedProof(await others.give()))).toBeNull();
  });

  test('is worth nothing after an hour', async () => {
    const proof = await solvedProof(await ours.give());
    const later = { now: () => new Date(Date.now() + 61 * 60_000) };
    expect(await challenges({ secret, clock: later }).solved(proof)).toBeNull();
  });

  test.each<[string, (challenge: Challenge) => unknown]>([
    ['without a solution', (challenge) => ({ challenge })],
    ['with a wrong solution', (challenge) => ({ challenge, solution: { counter: 1, derivedKey: '00ff', time: 1 } })],
    [
      'with less work than was asked for',
      ({ parameters, signature }) => ({
        challenge: { parameters: { ...parameters, keyPrefix: '' }, signature },
        solution: { counter: 0, derivedKey: '00', time: 1 },
      }),
    ],
    [
      'with more work for us',
      ({ parameters, signature }) => ({
        challenge: { parameters: { ...parameters, cost: 1e9 }, signature },
        solution: { counter: 0, derivedKey: '00', time: 1 },
      }),
    ],
    ['that is a list', () => []],
    ['that is null', () => null],
  ])('%s is worth nothing', async (_, make) => {
    expect(await ours.solved(proofOf(make(await ours.give())))).toBeNull();
  });

  test.each(['', '%%%', 'e30=', 'bnVsbA=='])('is not %j', async (proof) => {
    expect(await ours.solved(proof)).toBeNull();
  });

  test('takes some tries', async () => {
    const challenge = await ours.give();
    const solution = await solveChallenge({ challenge, deriveKey });
    expect(solution?.derivedKey.startsWith('00')).toBe(true);
  });
});
