import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { idempotencyHeader } from '../sandbox/index.ts';
import { decideScenarios, type ScenarioDecision, type ScenarioRequest } from './decide-scenarios.ts';
import { longestDelayMs } from './delay-text.ts';
import { inducedError } from './induced-error.ts';
import { isRequestScenario } from './play-scenario.ts';
import { plus } from './progress.ts';
import type { ScenarioStore } from './scenario-store.ts';
import { noTrouble, type Trouble } from './trouble.ts';
import type { TroubledRequest } from './troubled-request.ts';
import type { ScenarioRun } from './scenario-run.ts';

/** Whether any of these is for requests with this key. */
export function concerns(runs: readonly ScenarioRun[], keyId: string | null): boolean {
  return runs.some((run) => isRequestScenario(run.scenario) && (run.keyId === null || run.keyId === keyId));
}

/** What the scenarios that are on make of a request; one transaction, so that a run is one sequence whoever serves it. */
export async function metScenarios(
  store: Pick<ScenarioStore, 'advance'>,
  clock: Clock,
  request: TroubledRequest,
): Promise<Trouble> {
  const { organization, keyId } = request;
  if (organization === null) return noTrouble;
  const now = clock.now();
  const repeatable = repeatableOf(request);
  const decision = await store.advance({ organization, keyId: keyId ?? '' }, now, (runs) => {
    const result = decideScenarios(runs, repeatable, now);
    return { advanced: result.advanced, result };
  });
  return toTrouble(request, decision);
}

/** A client went away before a late answer came. */
export async function noteLeft(
  store: Pick<ScenarioStore, 'advance'>,
  clock: Clock,
  { organization, keyId }: TroubledRequest,
): Promise<void> {
  if (organization === null) return;
  await store.advance({ organization, keyId: keyId ?? '' }, clock.now(), (runs) => {
    const slow = runs.find(({ scenario }) => scenario === 'slow');
    const advanced = slow ? [{ ...slow, progress: plus(slow.progress, 'leftBeforeAnswer') }] : [];
    return { advanced, result: undefined };
  });
}

function toTrouble(request: TroubledRequest, decision: ScenarioDecision): Trouble {
  const { marks, error, delayMs, skewMinutes, standing } = decision;
  const wait = error?.retryAfterSeconds;
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) };
  return {
    ...noTrouble,
    marks,
    delayMs: Math.min(delayMs, longestDelayMs),
    ...(error && { instead: inducedError(request, error.status, error.detail, headers) }),
    ...(skewMinutes !== undefined && { skewMinutes }),
    ...(standing && { standing }),
  };
}

const reads: ReadonlySet<string> = new Set(['get', 'head', 'options', 'query', 'trace']);

function repeatableOf(request: TroubledRequest): ScenarioRequest {
  const { contract, operation, headers, sentPath, sentQuery, bytes, credential } = request;
  const name = idempotencyHeader(operation) ?? 'idempotency-key';
  const key = headers[name.toLowerCase()];
  const print = [contract.api, contract.version, operation.id, sentPath, sentQuery].join('\n');
  return {
    print: hash(print, bytes),
    idempotency: typeof key === 'string' ? hash(key) : null,
    isWrite: !reads.has(operation.method),
    credential: hash(credential ?? ''),
  };
}

/** Sixteen bytes: nobody is to be told apart from everybody, only from what the same key sent lately. */
function hash(...texts: readonly (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('base64url').slice(0, 22);
}
