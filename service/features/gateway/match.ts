import { ProblemError } from '../../platform/problem.ts';
import { type Address, readAddress } from './address.ts';
import type { Facts, Step } from './facts.ts';
import type { IsThereFor } from './is-there-for.ts';
import type { ServedApis, ServedVersion } from './served-version.ts';

/** Finds the operation that method and path mean. What is early access is found for whom it is. */
export function matchStep(apis: ServedApis, isThereFor: IsThereFor): Step {
  return {
    name: 'match',
    run(facts) {
      const address = addressOf(facts);
      const served = apis.find(address.api, address.version);
      // Both are asked for, so that they take alike.
      const isAsked = apis.gatedSchemes !== null && (served?.isGated ?? true);
      if (!isAsked) return match(apis, facts, address, served);
      return isThereFor(facts.request, address).then((isThere) =>
        match(apis, facts, address, isThere ? served : undefined),
      );
    },
  };
}

function addressOf({ request: { target } }: Facts): Address {
  const reading = readAddress(target);
  if (reading.kind === 'refused') {
    throw new ProblemError('request-invalid', {
      detail: `${reading.reason} It could mean different things to different programs, so it is not forwarded.`,
      errors: [{ in: 'path', at: reading.path, message: reading.reason }],
    });
  }
  return reading.address;
}

function match(apis: ServedApis, facts: Facts, address: Address, served: ServedVersion | undefined): Facts {
  const { method } = facts.request;
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
