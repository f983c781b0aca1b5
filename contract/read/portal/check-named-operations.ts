import { readFile } from 'node:fs/promises';
import type { Contract } from '../../model.ts';
import { findWrongPaths } from './check-live-mapping.ts';
import { findUnprovableSteps } from './check-provable.ts';
import { describeProblems } from './load-portal.ts';
import type { LoadedPortal } from './loaded-portal.ts';
import { remedy, splitOperation } from './named-version.ts';
import { namedBy } from './proof-names.ts';
import type { ConfigPath, ConfigProblem } from './shape.ts';

/** Throws a `PortalError` where a journey's proof, a limit or a live upstream's path names what its contract does not have. */
export async function checkNamedOperations(portal: LoadedPortal, contracts: readonly Contract[]): Promise<void> {
  const problems = [
    ...findUnknownOperations(portal, contracts),
    ...findUnprovableSteps(portal, contracts),
    ...findWrongPaths(portal, contracts),
  ];
  if (problems.length === 0) return;
  throw describeProblems(portal.configFile, await readFile(portal.configFile, 'utf8'), problems);
}

function findUnknownOperations(portal: LoadedPortal, contracts: readonly Contract[]): ConfigProblem[] {
  return namedOperations(portal).flatMap(({ operation, path }) => {
    const named = splitOperation(operation);
    const contract = contracts.find(({ api, version }) => api === named.api && version === named.version);
    const ids = contract?.operations.map(({ id }) => id) ?? [];
    if (ids.includes(named.operation)) return [];
    const sentence = `${named.api} ${named.version} has no operation "${named.operation}". ${remedy(named.operation, ids)}`;
    return [{ path, sentence }];
  });
}

function namedOperations({ journeys, limits }: LoadedPortal): { operation: string; path: ConfigPath }[] {
  const ofJourneys = journeys.flatMap(({ steps }, journey) =>
    steps.flatMap((step, index) =>
      namedBy(step, ['journeys', journey, 'steps', index]).flatMap(({ kind, name, path }) =>
        kind === 'operation' ? [{ operation: name, path }] : [],
      ),
    ),
  );
  const ofLimits = limits.classes.flatMap(({ operations }, limitClass) =>
    operations.map((operation, index) => ({
      operation,
      path: ['limits', 'classes', limitClass, 'operations', index],
    })),
  );
  return [...ofJourneys, ...ofLimits];
}
