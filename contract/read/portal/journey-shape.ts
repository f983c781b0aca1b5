import { apiVersion, id, operation, page } from './name-shapes.ts';
import type { Member, Shape } from './shape.ts';
import { countUpTo, list, matching, may, must, object, text } from './shapes.ts';

const isSwitch: Shape = { kind: 'switch' };

const field = object({
  id: must(id),
  label: must(text),
  kind: must({ kind: 'choice', options: ['text', 'long-text', 'yes-no', 'choice', 'address'] }),
  hint: may(text),
  required: may(isSwitch),
  options: may(list(text, 1)),
});

const proofs: Readonly<Record<string, Readonly<Record<string, Member>>>> = {
  'key-issued': {},
  traffic: {
    operation: must(operation),
    status: may(matching(/^[1-5](?:\d\d|XX)$/, 'a status such as "201" or "2XX"')),
    sameResourceAs: may(id),
    count: may(countUpTo(100)),
    withinMinutes: may(countUpTo(43_200)),
  },
  'retry-after-429': { operation: may(operation) },
  'idempotent-retry': { operation: must(operation) },
  'all-pages': { operation: must(operation), pages: may(countUpTo(50)) },
  'token-refreshed': { api: must(apiVersion) },
  'webhook-verified': { api: must(apiVersion) },
  'webhook-duplicate': { api: must(apiVersion), actsBy: may(operation) },
  outage: { api: must(apiVersion) },
  form: { fields: must(list(field, 1)) },
  agreement: { document: must(page), version: must(text) },
  review: {},
};

/** The shape of a journey, as `contract/journey-config.ts` declares it for editors. */
export const journeyShape = object({
  id: must(id),
  title: must(text),
  steps: must(
    list(
      object({
        id: must(id),
        title: must(text),
        text: may(text),
        links: may(list(object({ label: must(text), href: must(page) }), 1)),
        console: may(operation),
        optional: may(isSwitch),
        after: may(list(id, 1)),
        recheck: may(isSwitch),
        launch: may(isSwitch),
        proof: must({ kind: 'variant', by: 'kind', variants: proofs }),
      }),
      1,
    ),
  ),
});
