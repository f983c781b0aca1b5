import { graphqlShape, grpcShape } from '../../mapped/mapping-shape.ts';
import type { Shape } from './shape.ts';
import { countFromZeroTo, countUpTo, list, matching, may, must, object, text } from './shapes.ts';

/** The shape of a version's `live`. */

export const environmentVariable = matching(
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  'the name of an environment variable, such as "CARDEA_LIVE_TOKEN"',
);

/** RFC 9110 §5.6.2: the name of a header. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const headerName = matching(token, 'the name of a header, such as "X-Api-Key"');

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
    header: { name: must(headerName), valueFrom: must(environmentVariable) },
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

/** A path that adds no query and climbs nowhere. */
const path = matching(
  /^\/(?!.*\/\.{1,2}(?:\/|$))(?!.*\/\/)[^\s?#\\]*$/,
  'a path such as "/people/{id}", without a query and without ".."',
);
const pathStart = matching(
  /^\/$|^(?:\/(?!\.{1,2}(?:\/|$))[^\s?#\\{}/]+)+$/,
  'the beginning of a path, such as "/things", without a slash at its end',
);

const paths = object({
  operations: may({ kind: 'names', wanted: 'the id of an operation', accepts: (name) => name !== '', of: path }),
  rename: may(list(object({ from: must(pathStart), to: must(pathStart) }), 1)),
});

const headersByName = (of: Shape): Shape => ({
  kind: 'names',
  wanted: 'the name of a header',
  accepts: (name) => token.test(name),
  of,
});

const requestHeaders = object({
  remove: may(list(headerName, 1)),
  rename: may(headersByName(headerName)),
  set: may(headersByName(matching(/^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/, 'text that a header can carry'))),
});

const answerHeaders = object({
  remove: may(
    list(matching(/^[!#$%&'+.^_`|~0-9A-Za-z-]+\*?$/, 'the name of a header, or its beginning as in "X-Internal-*"'), 1),
  ),
});

const timeouts = object({
  connectSeconds: may(countUpTo(600)),
  answerSeconds: may(countUpTo(600)),
  pieceSeconds: may(countUpTo(3600)),
  wholeSeconds: may(countUpTo(86_400)),
});

const protection = object({
  requestsAtOnce: may(countUpTo(10_000)),
  waitingAtMost: may(countFromZeroTo(10_000)),
  waitSeconds: may(countUpTo(60)),
  retryPercent: may(countFromZeroTo(100)),
  failuresInARow: may(countUpTo(1000)),
  failurePercent: may(countUpTo(100)),
  pauseSeconds: may(countUpTo(600)),
});

export const liveShape = object({
  url: must({ kind: 'text', wanted: 'an address such as "https://api.example.com/v2"' }),
  variables: may(variables),
  credential: may(credential),
  paths: may(paths),
  requestHeaders: may(requestHeaders),
  answerHeaders: may(answerHeaders),
  timeoutSeconds: may(countUpTo(600)),
  timeouts: may(timeouts),
  pool: may(object({ connections: may(countUpTo(10_000)), keepAliveSeconds: may(countUpTo(600)) })),
  idempotency: may({ kind: 'choice', options: ['declared', 'writes', 'never'] }),
  graphql: may(graphqlShape),
  grpc: may(grpcShape),
  protection: may(protection),
});
