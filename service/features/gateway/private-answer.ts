import type { Contract } from '../../../contract/model.ts';

type Headers = Readonly<Record<string, string | string[]>>;

/**
 * What a live upstream says of caching, for answers that stand behind a key (RFC 9111 §5.2.2). The upstream sees one credential, the
 * gateway's, and may call public what only one organization may read: no cache that others share keeps it, and a client's own cache tells
 * keys apart by `Vary`.
 */
export function privateAnswer(headers: Headers, { securitySchemes }: Pick<Contract, 'securitySchemes'>): Headers {
  const said = headers['cache-control'];
  if (said === undefined) return headers;
  const directives = [said]
    .flat()
    .join(',')
    .split(',')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^(?:public|private|s-maxage\b.*|proxy-revalidate)$/i.test(directive));
  const names = Object.values(securitySchemes).flatMap(({ type, in: room, name }) =>
    type === 'apiKey' && room === 'header' && name !== undefined ? [name.toLowerCase()] : [],
  );
  const vary = [headers.vary ?? [], 'authorization', ...names, 'x-portal-server'].flat().join(', ');
  return { ...headers, 'cache-control': ['private', ...directives].join(', '), vary };
}
