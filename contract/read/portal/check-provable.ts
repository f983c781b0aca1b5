import type { JourneyStepConfig } from '../../journey-config.ts';
import type { Contract } from '../../model.ts';
import type { LoadedPortal } from './loaded-portal.ts';
import { splitOperation } from './named-version.ts';
import type { ConfigProblem } from './shape.ts';

/** Steps that nothing could ever prove: the contract or the gateway has not what their proof looks for. Pure. */
export function findUnprovableSteps(portal: LoadedPortal, contracts: readonly Contract[]): ConfigProblem[] {
  return portal.journeys.flatMap(({ steps }, journey) =>
    steps.flatMap((step, index): ConfigProblem[] => {
      const lack = lackOf(step, portal, contracts);
      if (lack === undefined) return [];
      const path = ['journeys', journey, 'steps', index, 'proof'];
      return [{ path, sentence: `the step "${step.id}" cannot be proven: ${lack}` }];
    }),
  );
}

function lackOf(
  { proof }: JourneyStepConfig,
  portal: LoadedPortal,
  contracts: readonly Contract[],
): string | undefined {
  const name = 'operation' in proof ? proof.operation : 'api' in proof ? proof.api : undefined;
  if (name === undefined) return undefined;
  const { api, version, operation: id } = splitOperation(name);
  const contract = contracts.find((one) => one.api === api && one.version === version);
  // What is not there at all is said elsewhere.
  if (contract === undefined) return undefined;
  const operation = contract.operations.find((one) => one.id === id);
  const declares = (room: string, wanted: RegExp) =>
    operation?.parameters.some((parameter) => parameter.in === room && wanted.test(parameter.name)) === true;
  const isSandboxed =
    portal.apis.find((one) => one.id === api)?.versions.find((one) => one.id === version)?.upstream === 'sandbox';
  switch (proof.kind) {
    case 'traffic': {
      const statuses = operation?.responses.map(({ status }) => status);
      if (statuses === undefined || mayAnswer(statuses, proof.status)) return undefined;
      return `${id} is not described to answer ${proof.status}. It answers ${statuses.join(', ')}.`;
    }
    case 'idempotent-retry':
      if (operation === undefined || declares('header', /^(?:x-)?idempotency-key$/i)) return undefined;
      return `${id} declares no Idempotency-Key header. Name an operation that does.`;
    case 'all-pages':
      if (operation === undefined || (operation.method === 'get' && declares('query', placeName))) return undefined;
      return `${id} declares no parameter that asks for a page, such as "cursor". Name a list that does.`;
    case 'webhook-verified':
    case 'webhook-duplicate':
      if (contract.webhooks.length > 0 && isSandboxed) return undefined;
      return `${api} ${version} sends no webhooks from the sandbox. Name a version that does.`;
    case 'outage':
      return isSandboxed ? undefined : `${api} ${version} has no sandbox, and an outage is induced there only.`;
    case 'token-refreshed':
      if (contract.operations.some(({ security }) => security.length > 0)) return undefined;
      return `no operation of ${api} ${version} asks for a key or token.`;
    default:
      return undefined;
  }
}

/** Whether an operation may be answered so. What is no success may come from the gateway itself, described or not. */
function mayAnswer(described: readonly string[], wanted = '2XX'): boolean {
  if (!wanted.startsWith('2') || wanted.endsWith('XX')) return true;
  return described.some((status) => [wanted, '2XX', 'default'].includes(status));
}

const placeName =
  /cursor|token|marker|after|offset|skip|start|^page(?:\[(?:number|after|cursor)\]|[-_]?(?:number|no|index))?$/i;
