import type { Member, Shape } from './shape.ts';

/** The shape of `portal.config.ts`, as `contract/portal-config.ts` declares it for editors. */

const must = (shape: Shape): Member => ({ shape, required: true });
const may = (shape: Shape): Member => ({ shape, required: false });
const list = (of: Shape, least: number): Shape => ({ kind: 'list', of, least });
const object = (members: Readonly<Record<string, Member>>): Shape => ({ kind: 'object', members });
const matching = (pattern: RegExp, wanted: string): Shape => ({
  kind: 'text',
  wanted,
  accepts: (text) => pattern.test(text),
});

const text: Shape = { kind: 'text', wanted: 'text' };
const id = matching(
  /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'lower-case letters, digits and single hyphens, as in "my-api"',
);
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
const countUpTo = (most: number): Shape => ({
  kind: 'number',
  wanted: `a whole number from 1 to ${most}`,
  accepts: (value) => Number.isInteger(value) && value >= 1 && value <= most,
});

const countFromZeroTo = (most: number): Shape => ({
  kind: 'number',
  wanted: `a whole number from 0 to ${most}`,
  accepts: (value) => Number.isInteger(value) && value >= 0 && value <= most,
});

const environmentVariable = matching(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'the name of an environment variable, such as "CARDEA_LIVE_TOKEN"',
);

/** OpenAPI 3.1 §4.8.6 lets a variable have any name; ours can stand in a header, too. */
const variables: Shape = {
  kind: 'names',
  wanted: 'letters, digits, hyphens and underscores',
  accepts: (name) => /^(?=.{1,60}$)[A-Za-z][A-Za-z0-9_-]*$/.test(name),
  of: object({ values: may(list(text, 1)), pattern: may(text), default: may(text), text: may(text) }),
};

const credential: Shape = {
  kind: 'variant',
  by: 'kind',
  variants: {
    header: {
      name: must(matching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'the name of a header, such as "X-Api-Key"')),
      valueFrom: must(environmentVariable),
    },
    basic: { userFrom: must(environmentVariable), passwordFrom: must(environmentVariable) },
    bearer: { tokenFrom: must(environmentVariable) },
    oauth2: {
      tokenUrl: must({ kind: 'text', wanted: 'an address such as "https://auth.example.com/oauth2/token"' }),
      clientIdFrom: must(environmentVariable),
      clientSecretFrom: must(environmentVariable),
      authentication: may({ kind: 'choice', options: ['basic', 'body'] }),
      // RFC 6749 §3.3
      scopes: may(list(matching(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'a scope without spaces, such as "offers:read"'), 1)),
      audience: may(text),
    },
  },
};

const protection = object({
  requestsAtOnce: may(countUpTo(10_000)),
  waitingAtMost: may(countFromZeroTo(10_000)),
  waitSeconds: may(countUpTo(60)),
  retryPercent: may(countFromZeroTo(100)),
  failuresInARow: may(countUpTo(1000)),
  failurePercent: may(countUpTo(100)),
  pauseSeconds: may(countUpTo(600)),
});

const live = object({
  url: must({ kind: 'text', wanted: 'an address such as "https://api.example.com/v2"' }),
  variables: may(variables),
  credential: may(credential),
  timeoutSeconds: may(countUpTo(600)),
  protection: may(protection),
});

const version = object({
  id: must(versionId),
  description: must({ kind: 'text', wanted: 'the path of an OpenAPI file, such as "openapi/my-api/v1.yaml"' }),
  upstream: may({ kind: 'choice', options: ['sandbox', 'service'] }),
  live: may(live),
  blockOnDrift: may({ kind: 'switch' }),
  deprecated: may(
    object({
      since: must(date),
      sunset: may(date),
      replacedBy: may(versionId),
      guide: may(
        matching(/^(?:\/(?!\/)|https?:\/\/)\S+$/, 'a path of this site such as "/docs/migrate", or an https address'),
      ),
    }),
  ),
});

const operation = matching(/^[^/\s]+\/[^/\s]+\/\S+$/, '"{api}/{version}/{operationId}"');

const proof: Shape = {
  kind: 'variant',
  by: 'kind',
  variants: {
    'key-issued': {},
    traffic: {
      operation: must(operation),
      status: may(matching(/^[1-5](?:\d\d|XX)$/, 'a status such as "201" or "2XX"')),
      sameResourceAs: may(id),
    },
  },
};

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
  apis: must(list(object({ id: must(id), title: may(text), versions: must(list(version, 1)) }), 0)),
  guests: may(object({ keyLifetimeMinutes: may(countUpTo(43_200)), requestsPerMinute: may(countUpTo(100_000)) })),
  limits: may(
    object({
      burstSeconds: may(countUpTo(3600)),
      classes: may(list(limitClass, 0)),
      requestsPerDay: may(countUpTo(1_000_000_000)),
    }),
  ),
  gateway: may(object({ requestsAtOnce: may(countUpTo(100_000)) })),
  journeys: may(
    list(
      object({
        id: must(id),
        title: must(text),
        steps: must(list(object({ id: must(id), title: must(text), text: may(text), proof: must(proof) }), 1)),
      }),
      0,
    ),
  ),
  traffic: may(object({ retentionDays: may(countUpTo(3650)) })),
  feedback: may(object({ reasons: may(list(object({ id: must(id), label: must(text) }), 0)) })),
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
