import { describe, expect, test } from 'vitest';
import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import { aContract, anOperation, aResponse } from '../../../contract/model.fixture.ts';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { definitionOf } from './definition.ts';
import { anExchange, memoryRecords } from './journey.fixture.ts';
import { onboardingMigrations } from './migrations.ts';
import { personSteps } from './person-steps.ts';
import { progressReader } from './read-progress.ts';
import { sqlJourneyStore } from './sql-journey-store.ts';

const operation = 'cardea/v2/createOffer';
const step = (
  id: string,
  proof: JourneyStepConfig['proof'],
  more: Partial<JourneyStepConfig> = {},
): JourneyStepConfig => ({
  ...{ id, title: id, proof },
  ...more,
});
const journeyOf = (...steps: JourneyStepConfig[]): JourneyConfig => ({ id: 'launch', title: 'Launch', steps });
const contract = (required: boolean, summary = 'Create') => ({
  ...aContract([
    anOperation({
      ...{ id: 'createOffer', method: 'post', path: '/offers', summary },
      responses: [aResponse('201', { type: 'object', title: summary, required: required ? ['id'] : [] })],
    }),
  ]),
  ...{ api: 'cardea', version: 'v2' },
});
const ada = { id: 'per_1', name: 'Ada' };

describeOnBothDatabases('progress', (open) => {
  async function start(contracts = [contract(false)]) {
    const store = sqlJourneyStore(await open(onboardingMigrations));
    const records = memoryRecords();
    const launches: string[] = [];
    const clock = { time: new Date('2026-11-21T12:00:00.000Z'), now: () => clock.time };
    const wired = (using = contracts) => {
      const onLaunch = async (organization: string) => void launches.push(organization);
      const read = progressReader({ store, records, contracts: using, clock, onLaunch });
      return { read, steps: personSteps({ store, contracts: using, clock, read, onLaunch }) };
    };
    const states = async (journey: JourneyConfig, using = contracts) =>
      (await wired(using).read(journey, 'org_1')).steps.map(({ state }) => state);
    let count = 0;
    const record = (second: number, difference: Parameters<typeof anExchange>[0] = {}) => {
      count += 1;
      const at = new Date(Date.parse('2026-11-21T10:00:00.000Z') + second * 1000);
      records.record(anExchange({ id: `exc_${String(count).padStart(6, '0')}`, at, ...difference }));
    };
    return { store, records, launches, clock, wired, states, record };
  }

  test('is found in thousands of exchanges, a part of them at a time, and not looked for again', async () => {
    const { states, record, records } = await start();
    const journey = journeyOf(step('retry', { kind: 'idempotent-retry', operation }));
    for (let second = 0; second < 2600; second += 1)
      record(second, { operation: 'listOffers', marks: { idempotency: 'k' } });
    expect(await states(journey)).toEqual(['next']);
    record(3000, { marks: { idempotency: 'k' } });
    for (let second = 3001; second < 3250; second += 1) record(second, { operation: 'listOffers' });
    expect(await states(journey)).toEqual(['next']);
    record(4000, { marks: { idempotency: 'k' } });
    expect(await states(journey)).toEqual(['proven']);
    records.after = () => Promise.reject(new Error('nothing is open'));
    expect(await states(journey)).toEqual(['proven']);
  });

  test('of a step after another begins when that one is proven', async () => {
    const { states, record } = await start();
    const journey = journeyOf(
      step('first', { kind: 'traffic', operation: 'cardea/v2/getOffer' }),
      step('second', { kind: 'traffic', operation, count: 2 }, { after: ['first'] }),
    );
    for (const second of [0, 1, 2]) record(second);
    record(10, { operation: 'getOffer', status: 200 });
    expect(await states(journey)).toEqual(['proven', 'next']);
    for (const second of [11, 12]) record(second);
    expect(await states(journey)).toEqual(['proven', 'proven']);
  });

  test('of a step after another counts what seems earlier by no more than clocks of instances differ', async () => {
    const { states, record } = await start();
    const journey = journeyOf(
      step('first', { kind: 'traffic', operation: 'cardea/v2/getOffer' }),
      step('second', { kind: 'traffic', operation }, { after: ['first'] }),
    );
    record(10, { operation: 'getOffer', status: 200 });
    record(7);
    expect(await states(journey)).toEqual(['proven', 'next']);
    record(8.5);
    expect(await states(journey)).toEqual(['proven', 'proven']);
  });

  test('of a journey in use goes on without a step that was taken out, whose proof is kept with its title', async () => {
    const { wired, record } = await start();
    const offer = step('offer', { kind: 'traffic', operation }, { title: 'Make an offer' });
    const second = step('second', { kind: 'traffic', operation: 'cardea/v2/getOffer' }, { after: ['offer'] });
    record(0);
    const { read } = wired();
    expect((await read(journeyOf(offer, second), 'org_1')).steps.map(({ state }) => state)).toEqual(['proven', 'next']);
    const { after: _, ...alone } = second;
    const shorter = await read(journeyOf(alone), 'org_1');
    expect(shorter.steps.map(({ id, state }) => [id, state])).toEqual([['second', 'next']]);
    expect(shorter.removed).toMatchObject([{ step: 'offer', title: 'Make an offer', isProven: true }]);
    const back = await read(journeyOf(offer, second), 'org_1');
    expect([back.steps.map(({ state }) => state), back.removed]).toEqual([['proven', 'next'], []]);
  });

  test('is asked for again when the contract changes, by what happens from then on; the evidence stays', async () => {
    const { wired, states, record, clock } = await start();
    const journey = journeyOf(step('offer', { kind: 'traffic', operation }, { recheck: true }));
    record(0);
    record(60);
    expect(await states(journey)).toEqual(['proven']);
    expect(await states(journey, [contract(false, 'Other words')])).toEqual(['proven']);
    const changed = [contract(true)];
    const [again] = (await wired(changed).read(journey, 'org_1')).steps;
    expect(again).toMatchObject({ state: 'next', record: { isProven: true, evidence: { kind: 'records' } } });
    clock.time = new Date('2026-11-21T13:00:00.000Z');
    record(3 * 3600);
    expect(await states(journey, changed)).toEqual(['proven']);
  });

  test('by people: a form, an agreement and a review, in their order; the review launches', async () => {
    const { wired, launches } = await start();
    const { steps, read } = wired();
    const journey = journeyOf(
      step('form', { kind: 'form', fields: [{ id: 'contact', label: 'Contact', kind: 'text' }] }),
      step('terms', { kind: 'agreement', document: '/docs/terms', version: '2' }),
      step('review', { kind: 'review' }, { after: ['form', 'terms'], launch: true }),
    );
    const place = (id: string) => ({ journey, step: id, organization: 'org_1' });
    await expect(steps.review(place('review'), { isApproved: true, note: '' }, ada)).rejects.toMatchObject({
      code: 'resource-conflict',
      detail: '"review" cannot be done yet. It comes after: form, terms.',
    });
    expect(() => steps.fillIn(place('form'), {}, ada)).toThrow('Some answers cannot be taken.');
    expect(() => steps.agree(place('terms'), '1', ada)).toThrow('version 2');
    expect(() => steps.agree(place('form'), '1', ada)).toThrow('There is: terms.');
    await steps.fillIn(place('form'), { contact: 'security@halden.example' }, ada);
    await steps.agree(place('terms'), '2', ada);
    const returned = await steps.review(place('review'), { isApproved: false, note: 'No logo.' }, ada);
    expect(returned.steps[2]).toMatchObject({ state: 'next', missing: 'It was given back: No logo.' });
    expect(launches).toEqual([]);
    const approved = await steps.review(place('review'), { isApproved: true, note: '' }, ada);
    expect([approved.complete, launches]).toEqual([true, ['org_1']]);

    const newTerms = journeyOf(
      ...journey.steps.map((one) =>
        one.id === 'terms'
          ? { ...one, proof: { kind: 'agreement', document: '/docs/terms', version: '3' } as const }
          : one,
      ),
    );
    const after = await read(newTerms, 'org_1');
    expect(after.steps[1]).toMatchObject({
      state: 'next',
      missing: 'There is a new version. An owner has to agree to it.',
    });
    expect((await read(newTerms, 'org_2')).steps.map(({ state }) => state)).toEqual(['next', 'waiting', 'waiting']);
  });
});

describe('the definition of a step', () => {
  const form = (label: string, id = 'x') => step('s', { kind: 'form', fields: [{ id, label, kind: 'text' }] });
  test('is the same whatever its words say, and another where it asks for something else', () => {
    expect(definitionOf(form('A'), [])).toBe(definitionOf(form('B'), []));
    expect(definitionOf(form('A'), [])).not.toBe(definitionOf(form('A', 'y'), []));
  });
});
