import { describe, expect, test } from 'vitest';
import type { JourneyConfig, JourneyStepConfig, ProofConfig } from '../../journey-config.ts';
import { aContract, anOperation } from '../../model.fixture.ts';
import type { PortalConfig } from '../../portal-config.ts';
import { checkJourney } from './check-journey.ts';
import { findUnprovableSteps } from './check-provable.ts';
import { journeyShape } from './journey-shape.ts';
import { applyDefaults } from './loaded-portal.ts';
import { checkShape } from './shape.ts';

const config: PortalConfig = {
  brand: { name: 'A', tagline: 'A' },
  apis: [
    {
      id: 'a',
      versions: [
        { id: 'v1', description: 'a.json' },
        { id: 'own', description: 'b.json', upstream: 'service' },
      ],
    },
  ],
};
const step = (id: string, proof: ProofConfig, more: Partial<JourneyStepConfig> = {}): JourneyStepConfig => ({
  id,
  title: id,
  proof,
  ...more,
});
const journeyOf = (...steps: JourneyStepConfig[]): JourneyConfig => ({ id: 'j', title: 'J', steps });
const review = { kind: 'review' } as const;

describe('a journey', () => {
  const found = (...steps: JourneyStepConfig[]) =>
    checkJourney(config, journeyOf(...steps), ['journeys', 0]).map(({ path, sentence }) => [
      path.slice(2).join('.'),
      sentence,
    ]);

  test('with every kind of proof has the shape of one', () => {
    const proofs: ProofConfig[] = [
      { kind: 'key-issued' },
      { kind: 'traffic', operation: 'a/v1/list', count: 3, withinMinutes: 10 },
      { kind: 'retry-after-429' },
      { kind: 'idempotent-retry', operation: 'a/v1/make' },
      { kind: 'all-pages', operation: 'a/v1/list', pages: 2 },
      { kind: 'token-refreshed', api: 'a/v1' },
      { kind: 'webhook-verified', api: 'a/v1' },
      { kind: 'webhook-duplicate', api: 'a/v1', actsBy: 'a/v1/get' },
      { kind: 'outage', api: 'a/v1' },
      { kind: 'form', fields: [{ id: 'x', label: 'X', kind: 'choice', options: ['a'] }] },
      { kind: 'agreement', document: '/docs/terms', version: '1' },
      { kind: 'review' },
    ];
    const journey = journeyOf(...proofs.map((proof, index) => step(`s${index}`, proof, { console: 'a/v1/list' })));
    expect([...checkShape(journey, journeyShape), ...checkJourney(config, journey, [])]).toEqual([]);
  });

  test('whose step waits for one that is not there, or for itself, is refused', () => {
    expect(found(step('one', review, { after: ['tow'] }), step('two', review))).toEqual([
      ['steps.0.after.0', '"j" has no step "tow". Did you mean "two"?'],
    ]);
    const [first, second] = found(step('one', review, { after: ['two'] }), step('two', review, { after: ['one'] }));
    expect(first).toEqual([
      'steps.0.after.0',
      '"one" waits for itself, by way of "two". Take one of the two out of "after".',
    ]);
    expect(second?.[0]).toBe('steps.1.after.0');
  });

  test.each<[string, JourneyStepConfig, string]>([
    ['a proof', step('s', { kind: 'outage', api: 'b/v1' }), 'steps.0.proof.api'],
    ['what acts', step('s', { kind: 'webhook-duplicate', api: 'a/v1', actsBy: 'a/v9/get' }), 'steps.0.proof.actsBy'],
    ['its console', step('s', review, { console: 'b/v1/get' }), 'steps.0.console'],
  ])('that names an API that is none in %s is refused there', (_, wrong, place) => {
    expect(found(wrong).map(([at]) => at)).toEqual([place]);
  });

  test('with a form that offers nothing to choose, or a field twice, is refused', () => {
    const field = { id: 'x', label: 'X', kind: 'choice' } as const;
    expect(found(step('s', { kind: 'form', fields: [field, { ...field, options: ['a'] }] }))).toEqual([
      ['steps.0.proof.fields.1.id', 'two fields have the id "x". Give one of them another id.'],
      ['steps.0.proof.fields.0', 'the field "x" offers nothing to choose. Add its "options".'],
    ]);
  });
});

describe('a step that nothing could prove', () => {
  const contract = (version: string) => ({
    ...aContract([anOperation({ id: 'get', method: 'get', path: '/things' })]),
    ...{ api: 'a', version },
  });
  const lacks = (proof: ProofConfig) => {
    const portal = applyDefaults(
      { ...config, journeys: [journeyOf(step('s', proof))] },
      '/portal.config.ts',
      () => true,
    );
    return findUnprovableSteps(portal, [contract('v1'), contract('own')]);
  };

  test.each<[string, ProofConfig, RegExp]>([
    [
      'an answer that is not described',
      { kind: 'traffic', operation: 'a/v1/get', status: '202' },
      /not described to answer 202/,
    ],
    ['a retry where no key is taken', { kind: 'idempotent-retry', operation: 'a/v1/get' }, /no Idempotency-Key header/],
    ['pages of what has none', { kind: 'all-pages', operation: 'a/v1/get' }, /no parameter that asks for a page/],
    ['webhooks of a contract without', { kind: 'webhook-verified', api: 'a/v1' }, /sends no webhooks/],
    ['duplicates of those', { kind: 'webhook-duplicate', api: 'a/v1' }, /sends no webhooks/],
    ['an outage without a sandbox', { kind: 'outage', api: 'a/own' }, /has no sandbox/],
    ['a new token where none is needed', { kind: 'token-refreshed', api: 'a/v1' }, /asks for a key or token/],
  ])('is refused: %s', (_, proof, sentence) => {
    const [problem, ...others] = lacks(proof);
    expect(problem?.sentence).toMatch(/^the step "s" cannot be proven: /);
    expect(problem?.sentence).toMatch(sentence);
    expect([problem?.path, others]).toEqual([['journeys', 0, 'steps', 0, 'proof'], []]);
  });

  test('is none where it can', () => {
    expect(lacks({ kind: 'outage', api: 'a/v1' })).toEqual([]);
    expect(lacks({ kind: 'retry-after-429' })).toEqual([]);
    expect(lacks({ kind: 'traffic', operation: 'a/v1/get', status: '404' })).toEqual([]);
    expect(lacks({ kind: 'traffic', operation: 'a/v1/get' })).toEqual([]);
  });
});
