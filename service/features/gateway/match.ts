import { ProblemError } from '../../platform/problem.ts';
import { readAddress } from './address.ts';
import type { Facts, Step } from './facts.ts';
import type { ServedApis } from './served-version.ts';

/** Finds the operation that method and path mean. */
export function matchStep(apis: ServedApis): Step {
  return { name: 'match', run: (facts) => match(apis, facts) };
}

function match(apis: ServedApis, facts: Facts): Facts {
  const { method, target } = facts.request;
  const reading = readAddress(target);
  if (reading.kind === 'refused') {
    throw new ProblemError('request-invalid', {
      detail: `${reading.reason} It could mean different things to different programs, so it is not forwarded.`,
      errors: [{ in: 'path', at: reading.path, message: reading.reason }],
    });
  }
  const { address } = reading;
  const served = apis.find(address.api, address.version);
  if (served === undefined) throw new ProblemError('api-not-found', { detail: absent(apis, address) });
  const found = served.tree.find(address.segments, method);
  switch (found.kind) {
    case 'found':
      return { ...facts, address, served, match: { operation: found.operation, path: found.path } };
    case 'other-methods': {
      const allow = allowed(found.methods);
      throw new ProblemError('method-not-allowed', {
        detail: `${address.path} does not take ${method}. It takes ${allow.join(', ')}.`,
        headers: { allow: allow.join(', ') },
      });
    }
    case 'nothing':
      throw new ProblemError('operation-not-found', {
        detail: `${address.api} ${address.version} has no path like ${address.path}. Its operations are listed at /reference/${address.api}/${address.version}.`,
      });
  }
}

/** RFC 9110 §10.2.1; HEAD goes with GET, and OPTIONS always answers. */
export function allowed(methods: readonly string[]): readonly string[] {
  const declared = methods.map((method) => method.toUpperCase());
  const head = declared.includes('GET') ? ['HEAD'] : [];
  return [...new Set([...declared, ...head, 'OPTIONS'])].sort();
}

function absent(apis: ServedApis, { api, version }: { api: string; version: string }): string {
  const versions = apis.versionsOf(api);
  if (versions.length === 0)
    return `There is no API "${api}" here. There is ${apis.ids.join(', ')}: /gateway/{api}/{version}/….`;
  return `${api} has no version "${version}". It has ${versions.join(', ')}: /gateway/${api}/${versions[0]}/…`;
}
