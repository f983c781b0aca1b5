import { readFile } from 'node:fs/promises';
import type { Contract } from '../../model.ts';
import { remedy, splitOperation } from './config-rules.ts';
import { describeProblems } from './load-portal.ts';
import type { LoadedPortal } from './loaded-portal.ts';
import type { ConfigProblem } from './shape.ts';

/** Throws a `PortalError` where a journey's proof names an operation that its contract does not have. */
export async function checkJourneys(portal: LoadedPortal, contracts: readonly Contract[]): Promise<void> {
  const problems = findUnknownOperations(portal, contracts);
  if (problems.length === 0) return;
  throw describeProblems(portal.configFile, await readFile(portal.configFile, 'utf8'), problems);
}

function findUnknownOperations(portal: LoadedPortal, contracts: readonly Contract[]): ConfigProblem[] {
  return portal.journeys.flatMap((journey, journeyIndex) =>
    journey.steps.flatMap(({ proof }, index): ConfigProblem[] => {
      if (proof.kind !== 'traffic') return [];
      const named = splitOperation(proof.operation);
      const contract = contracts.find(({ api, version }) => api === named.api && version === named.version);
      const ids = contract?.operations.map(({ id }) => id) ?? [];
      if (ids.includes(named.operation)) return [];
      const sentence = `${named.api} ${named.version} has no operation "${named.operation}". ${remedy(named.operation, ids)}`;
      return [{ path: ['journeys', journeyIndex, 'steps', index, 'proof', 'operation'], sentence }];
    }),
  );
}
