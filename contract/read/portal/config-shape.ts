import { journeyShape } from './journey-shape.ts';
import { liveShape } from './live-shape.ts';
import { id, operation, page } from './name-shapes.ts';
import { providerShape } from './provider-shape.ts';
import type { Shape } from './shape.ts';
import { countUpTo, list, matching, may, must, object, text } from './shapes.ts';

/** The shape of `portal.config.ts`, as `contract/portal-config.ts` declares it for editors. */

const versionId = matching(
  /^(?=.{1,60}$)[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
  'lower-case letters, digits, hyphens and dots, as in "v1" or "2026-03-02"',
);
const date: Shape = { kind: 'text', wanted: 'a date such as "2026-03-02"', accepts: isDate };
const origin: Shape = {
  kind: 'text',
  wanted: 'an address without a path, such as "https://developers.example.com"',
  accepts: isOrigin,
};
const version = object({
  id: must(versionId),
  description: must({ kind: 'text', wanted: 'the path of an OpenAPI file, such as "openapi/my-api/v1.yaml"' }),
  access: may(list(id, 1)),
  upstream: may({ kind: 'choice', options: ['sandbox', 'service'] }),
  live: may(liveShape),
  blockOnDrift: may({ kind: 'switch' }),
  deprecated: may(
    object({
      since: must(date),
      sunset: may(date),
      replacedBy: may(versionId),
      guide: may(page),
    }),
  ),
});

const limitClass = object({
  id: must(id),
  methods: may(
    list(
      { kind: 'choice', options: ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY'] },
      1,
    ),
  ),
  operations: may(list(operation, 1)),
  requestsPerMinute: must(countUpTo(100_000)),
  burstSeconds: may(countUpTo(3600)),
});

export const configShape = object({
  brand: must(object({ name: must(text), tagline: must(text), description: may(text) })),
  url: may(origin),
  serviceUrl: may(origin),
  docs: may({ kind: 'text', wanted: 'the path of a folder' }),
  apis: must(
    list(object({ id: must(id), title: may(text), access: may(list(id, 1)), versions: must(list(version, 1)) }), 0),
  ),
  guests: may(object({ keyLifetimeMinutes: may(countUpTo(43_200)), requestsPerMinute: may(countUpTo(100_000)) })),
  keys: may(object({ longestDays: may(countUpTo(3650)), requestsPerMinute: may(countUpTo(100_000)) })),
  limits: may(
    object({
      burstSeconds: may(countUpTo(3600)),
      classes: may(list(limitClass, 0)),
      requestsPerDay: may(countUpTo(1_000_000_000)),
    }),
  ),
  gateway: may(object({ requestsAtOnce: may(countUpTo(100_000)), bodyMegabytes: may(countUpTo(100)) })),
  journeys: may(list(journeyShape, 0)),
  metrics: may(object({ open: may({ kind: 'switch' }) })),
  traffic: may(object({ retentionDays: may(countUpTo(3650)) })),
  accounts: may(
    object({
      signUp: may({ kind: 'choice', options: ['open', 'approval', 'invitation'] }),
      staff: may(list(matching(/^[^\s@,<>]+@[^\s@,<>]+$/, 'a mail address such as "ada@example.com"'), 0)),
      providers: may(list(providerShape, 0)),
    }),
  ),
  webhooks: may(
    object({
      allowPrivateAddresses: may({ kind: 'switch' }),
      ports: may(list(countUpTo(65_535), 1)),
      retrySeconds: may(list(countUpTo(86_400), 1)),
    }),
  ),
  access: may(list(object({ id: must(id), title: must(text), text: may(text), listed: may({ kind: 'switch' }) }), 0)),
  integrations: may(object({ categories: may(list(object({ id: must(id), label: must(text) }), 0)) })),
  feedback: may(
    object({
      reasons: may(list(object({ id: must(id), label: must(text) }), 0)),
      excerptDays: may(countUpTo(3650)),
    }),
  ),
});

function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const isBare =
    url.username === '' && url.password === '' && url.search === '' && url.hash === '' && url.pathname === '/';
  return isBare && (url.protocol === 'https:' || url.protocol === 'http:');
}
