import type { Contract, Operation, SecurityRequirement, SecurityScheme } from '../../model.ts';
import type { Change } from '../change.ts';
import { listWords } from '../value-words.ts';

/** How a request proves who sends it, and with which scopes (OpenAPI 3.1 §4.8.30). Schemes are the same where they work the same. */
export function compareSecurity(
  before: { readonly contract: Contract; readonly operation: Operation },
  after: { readonly contract: Contract; readonly operation: Operation },
): Change[] {
  const were = readWays(before.contract, before.operation.security);
  const are = readWays(after.contract, after.operation.security);
  return [...waysChange(were, are), ...scopesChange(were, are)];
}

/** Alternatives in words, each with the scopes that it needs. */
type Ways = ReadonlyMap<string, ReadonlySet<string>>;

const NO_KEY = 'no key';

function readWays(contract: Contract, requirements: readonly SecurityRequirement[]): Ways {
  const ways = new Map<string, ReadonlySet<string>>();
  for (const requirement of requirements.length === 0 ? [{}] : requirements) {
    const names = Object.keys(requirement).sort();
    const words = names.map((name) => schemeWords(contract.securitySchemes[name], name));
    const key = words.length === 0 ? NO_KEY : listWords(words, 'and');
    ways.set(key, new Set([...(ways.get(key) ?? []), ...names.flatMap((name) => requirement[name] ?? [])]));
  }
  return ways;
}

function schemeWords(scheme: SecurityScheme | undefined, name: string): string {
  if (scheme?.type === 'apiKey')
    return scheme.in === 'header' ? `header ${scheme.name}` : `${scheme.in} parameter ${scheme.name}`;
  if (scheme?.type === 'http')
    return `Authorization: ${scheme.scheme?.toLowerCase() === 'basic' ? 'Basic' : capital(scheme.scheme ?? 'Bearer')}`;
  if (scheme?.type === 'oauth2') return 'Authorization: Bearer (OAuth 2.0)';
  if (scheme?.type === 'openIdConnect') return 'Authorization: Bearer (OpenID Connect)';
  return scheme?.type === 'mutualTLS' ? 'a client certificate' : name;
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const one = (rule: string, isBreaking: boolean, text: string): Change => ({
  rule,
  isBreaking,
  where: 'authentication',
  path: '',
  text,
});

function waysChange(were: Ways, are: Ways): Change[] {
  const gone = [...were.keys()].filter((way) => !are.has(way));
  const come = [...are.keys()].filter((way) => !were.has(way));
  const was = listWords(gone, 'or');
  const is = listWords(come, 'or');
  if (come.includes(NO_KEY)) return [one('security-ended', false, 'needs no key now')];
  if (gone.includes(NO_KEY))
    return [one('security-begun', true, `needs a key now: ${listWords([...are.keys()], 'or')}`)];
  if (was !== '' && is !== '') return [one('security-changed', true, `takes ${is} instead of ${was}`)];
  // Whoever sends a key does not notice that none is needed.
  if (gone.length > 0 && !are.has(NO_KEY)) return [one('security-removed', true, `no longer takes ${was}`)];
  if (come.length > 0) return [one('security-added', false, `takes ${is}, too, now`)];
  return [];
}

function scopesChange(were: Ways, are: Ways): Change[] {
  const before = new Set([...were.values()].flatMap((scopes) => [...scopes]));
  const after = new Set([...are.values()].flatMap((scopes) => [...scopes]));
  const come = [...after].filter((scope) => !before.has(scope));
  const gone = [...before].filter((scope) => !after.has(scope));
  return [
    ...(come.length > 0 ? [one('scope-added', true, `needs ${scopeWords(come)} now`)] : []),
    ...(gone.length > 0 ? [one('scope-removed', false, `no longer needs ${scopeWords(gone)}`)] : []),
  ];
}

const scopeWords = (scopes: readonly string[]) =>
  `the ${scopes.length === 1 ? 'scope' : 'scopes'} ${listWords(scopes, 'and')}`;
