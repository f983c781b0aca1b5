/**
 * Cross-origin reading (https://fetch.spec.whatwg.org/#http-cors-protocol): pages of any origin may call the gateway,
 * with a key that they have, never with cookies. For requests without credentials `*` means every header, except that
 * `Authorization` has to be named.
 */
export const corsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
  'timing-allow-origin': '*',
};

/** The answer to a preflight. `methods` of the path, or null where the path is unknown: the request itself then says so. */
export function preflightHeaders(methods: readonly string[] | null, asked: string | undefined): Record<string, string> {
  const names = (asked ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name));
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': (methods ?? ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']).join(
      ', ',
    ),
    'access-control-allow-headers': [...new Set(['*', 'authorization', 'content-type', ...names])].join(', '),
    'access-control-max-age': '7200',
    vary: 'access-control-request-method, access-control-request-headers',
  };
}
