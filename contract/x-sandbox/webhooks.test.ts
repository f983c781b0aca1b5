import { describe, expect, test } from 'vitest';
import { readDescription } from '../read/description.fixture.ts';
import { publishedDescription } from '../read/index.ts';
import { readWebhookRules } from './index.ts';

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const answers = (name: string) => ({ responses: { 200: { description: 'Here.', content: json(name) } } });

function things(ofDescription?: unknown, ofWebhook?: unknown) {
  return readDescription({
    ...(ofDescription !== undefined && { 'x-sandbox': ofDescription }),
    components: {
      schemas: {
        Hook: { type: 'object', properties: { id: {}, url: {}, secret: {}, types: {}, state: {} } },
        Event: { type: 'object', properties: { id: {}, type: {} } },
      },
    },
    paths: {
      '/hooks': { post: { operationId: 'makeHook', ...answers('Hook') } },
      '/hooks/{id}': { get: { operationId: 'readHook', ...answers('Hook') } },
      '/events': { get: { operationId: 'listEvents', ...answers('Event') } },
      '/events/{id}': { get: { operationId: 'readEvent', ...answers('Event') } },
      '/things/{id}/parts': { get: { operationId: 'listParts', ...answers('Event') } },
    },
    webhooks: {
      'thing.made': {
        post: {
          operationId: 'thingMade',
          responses: { 204: { description: 'Thanks.' } },
          ...(ofWebhook !== undefined && { 'x-sandbox': ofWebhook }),
        },
      },
    },
  });
}

const sentences = (contract: ReturnType<typeof things>) =>
  readWebhookRules(contract).findings.map(({ pointer, sentence }) => `${pointer}: ${sentence}`);

describe('x-sandbox about webhooks', () => {
  test('says where addresses and events are, and after what a webhook is sent', () => {
    const contract = things(
      {
        webhooks: {
          endpoints: {
            in: '/hooks',
            url: 'url',
            secret: 'secret',
            types: 'types',
            everyType: '*',
            status: { member: 'state', enabled: 'on', disabled: 'off' },
            rotation: 'PT24H',
            disabledAfter: 'P3D',
          },
          events: { in: '/events', type: 'type' },
        },
      },
      { sentAfter: ['makeHook'] },
    );
    const { rules, findings } = readWebhookRules(contract);
    expect(findings).toEqual([]);
    expect(rules.endpoints).toMatchObject({
      in: '/hooks',
      url: 'url',
      secret: 'secret',
      types: 'types',
      everyType: '*',
      status: { member: 'state', enabled: 'on', disabled: 'off' },
      rotation: { hours: 24 },
      disabledAfter: { days: 3 },
    });
    expect(rules.events).toEqual({ in: '/events', type: 'type' });
    expect([...rules.sentAfter]).toEqual([['thingMade', ['makeHook']]]);
    expect(JSON.stringify(contract.document)).not.toContain('x-sandbox');
    expect(publishedDescription(contract)).not.toContain('x-sandbox');
  });

  test('may be left out', () => {
    expect(readWebhookRules(things())).toEqual({
      rules: { endpoints: undefined, events: undefined, sentAfter: new Map() },
      findings: [],
    });
  });

  test('is told what it names and the contract does not have, with the place', () => {
    const endpoints = { in: '/hooks', url: 'adress', secret: 'secrets' };
    const contract = things(
      { webhooks: { endpoints, events: { in: '/things/{id}/parts', type: 'type' } } },
      { sentAfter: ['makeHooks'] },
    );
    expect(sentences(contract)).toEqual([
      '/x-sandbox/webhooks/endpoints/url: x-sandbox.webhooks.endpoints.url names "adress", which the items do not have. It has id, url, secret, types, state.',
      '/x-sandbox/webhooks/endpoints/secret: x-sandbox.webhooks.endpoints.secret names "secrets", which the items do not have. Did you mean "secret"?',
      '/x-sandbox/webhooks/events/in: x-sandbox.webhooks.events.in is "/things/{id}/parts", which is no collection without parameters of this description. There are /events, /hooks.',
      '/webhooks/thing.made/post/x-sandbox/sentAfter/0: x-sandbox.sentAfter[0] is "makeHooks", which is no operation of this description. Did you mean "makeHook"?',
    ]);
  });

  test.each([
    [{ webhooks: { endpoints: { in: '/hooks' } } }, /url is missing/],
    [{ webhooks: { endpoints: { in: '/hooks', url: 'url', rotation: '1 day' } } }, /must be a length of time such as/],
    [{ webhook: {} }, /webhooks is missing|unknown/i],
  ])('is refused where its shape is wrong: %o', (value, sentence) => {
    expect(sentences(things(value)).join('\n')).toMatch(sentence);
  });
});
