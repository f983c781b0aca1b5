import type { PathMappingConfig } from '../../../contract/portal-config.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Facts, needed } from './facts.ts';

/**
 * The path of a request behind the address of its live upstream: byte for byte, or where the configuration maps it, its template there with
 * the parameters as they were sent. It is the contract's path that is renamed, so that no way of writing one passes by the mapping.
 */
export function livePath(facts: Facts, { operations = {}, rename = [] }: PathMappingConfig = {}): string {
  const { operation, path } = needed(facts.match, 'match');
  const own = Object.hasOwn(operations, operation.id) ? operations[operation.id] : undefined;
  const template = own ?? renamed(operation.path, rename);
  if (template === undefined) return needed(facts.address, 'address').path;
  const mapped = template.replace(/\{([^{}]*)\}/g, (_, name: string) => path.get(name) ?? '');
  // Two parameters side by side can make what neither is.
  if (!/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(mapped)) return mapped;
  throw new ProblemError('request-invalid', { detail: 'The parameters of the path make it lead elsewhere.' });
}

function renamed(path: string, rules: NonNullable<PathMappingConfig['rename']>): string | undefined {
  for (const { from, to } of rules) {
    const start = from === '/' ? '' : from;
    if (path !== from && !path.startsWith(`${start}/`)) continue;
    return `${to === '/' ? '' : to}${path.slice(start.length)}` || '/';
  }
  return undefined;
}
