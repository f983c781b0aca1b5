import type { Contract } from '../../../contract/model.ts';
import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { Clock } from '../../platform/clock.ts';
import { toExchangeJson } from '../traffic/index.ts';
import { definitionOf } from './definition.ts';
import { type JourneyProgress, journeyProgress, provenSteps } from './journey-progress.ts';
import type { JourneyRecord } from './journey-record.ts';
import type { JourneyStore } from './journey-store.ts';
import { lastErrors, type MetError } from './last-errors.ts';
import { type Found, lookForProofs, type OpenStep } from './look-for-proofs.ts';
import { decideProof } from './proofs/decide-proof.ts';
import type { NotYet } from './proofs/decision.ts';
import type { Records } from './records.ts';
import { refusalWords } from './refusal-words.ts';
import { questionOf } from './step-evidence.ts';

export interface ProgressDeps {
  readonly store: JourneyStore;
  readonly records: Records;
  readonly contracts: readonly Contract[];
  readonly clock: Clock;
  /** Told when an organization proves a step that launches it; it may be told again. */
  readonly onLaunch: (organization: string, at: Date) => Promise<void>;
}

/** So many are read at once, and so many of them again with the next: what belongs together does not lie further apart. */
const chunk = 1000;
const overlap = 300;
/** What is left is looked at the next time. */
const chunksAtOnce = 20;
/** The place is kept when it has moved by so much: to read some rows again costs less than to write. */
const worthKeeping = 100;

/** The error that was met last is looked for in so many exchanges. */
const errorsAmong = 200;

export type ReadProgress = (journey: JourneyConfig, organization: string) => Promise<JourneyProgress>;

/**
 * Where an organization stands. What is not proven is looked for in the records when somebody asks, from where they were looked at last;
 * what is found is kept. The gateway does nothing for it.
 */
export function progressReader(deps: ProgressDeps): ReadProgress {
  const { store, records, clock } = deps;

  /** What was shown by an earlier contract is shown again by what happens from now on, not by what happened. */
  async function sinceChange(journey: JourneyConfig, one: OpenStep, kept: readonly JourneyRecord[]): Promise<OpenStep> {
    const { step, definition } = one;
    if (step.recheck !== true || !kept.some((record) => record.step === step.id)) return one;
    const named = { journey: journey.id, step: step.id, definition };
    return { ...one, since: await store.definedSince(named, clock.now()) };
  }

  async function byOneQuery(
    journey: JourneyConfig,
    organization: string,
    { step, definition }: OpenStep,
  ): Promise<JourneyRecord | null> {
    const question = questionOf(journey, step);
    const said = { journey: journey.id, step: step.id, title: step.title, definition, isProven: true };
    if (question?.kind === 'key-issued') {
      const at = await records.firstKeyIssuedAt(organization);
      return at && { ...said, at, evidence: { kind: 'key' } };
    }
    if (question === null) return null;
    const exchange = await records.findFirst({ ...question.exchange, organization, after: question.after });
    const evidence = exchange && { kind: 'records' as const, exchanges: [toExchangeJson(exchange)], deliveries: [] };
    return evidence && { ...said, at: exchange.at, evidence };
  }

  async function byLooking(
    journey: JourneyConfig,
    organization: string,
    given: { readonly provenAt: ReadonlyMap<string, Date>; readonly open: readonly OpenStep[]; readonly place: string },
  ) {
    const provenAt = new Map(given.provenAt);
    const proven: JourneyRecord[] = [];
    let { open } = given;
    let missing: Found['missing'] = new Map();
    let from = await store.lookedUpTo(organization, journey.id, given.place);
    const asksWebhooks = open.some(({ step }) => step.proof.kind.startsWith('webhook-'));
    const deliveries = asksWebhooks ? await records.receivedOf(organization) : [];
    for (let count = 0, moved = 0; count < chunksAtOnce; count += 1) {
      const exchanges = await records.after(organization, from, chunk);
      const found = lookForProofs(journey, provenAt, open, { exchanges, deliveries, now: clock.now() });
      for (const record of found.proven) provenAt.set(record.step, record.at);
      proven.push(...found.proven);
      missing = found.missing;
      open = open.filter(({ step }) => !provenAt.has(step.id));
      moved += Math.max(0, exchanges.length - overlap);
      from = exchanges.at(-1 - overlap)?.id ?? from;
      const isEnd = exchanges.length < chunk || open.length === 0;
      if (!isEnd && count < chunksAtOnce - 1) continue;
      if (from !== null && moved >= worthKeeping) await store.looked(organization, journey.id, given.place, from);
      break;
    }
    return { proven, missing };
  }

  async function errorsMet(journey: JourneyConfig, organization: string) {
    const asksWebhooks = journey.steps.some(({ proof }) => proof.kind.startsWith('webhook-'));
    const refused = asksWebhooks ? await records.refusedOf(organization) : null;
    const errors = lastErrors(journey, await records.latest(organization, errorsAmong), refused);
    const said = new Map<string, string>();
    for (const id of new Set([...errors.values()].flatMap(({ exchange }) => exchange?.id ?? []))) {
      const whole = await records.findOwn(organization, id);
      if (whole !== null) said.set(id, refusalWords(whole));
    }
    const explained = [...errors].map(([step, error]): [string, MetError] => {
      const sentence = said.get(error.exchange?.id ?? '') ?? error.sentence;
      return [step, { ...error, sentence }];
    });
    return new Map(explained);
  }

  return async (journey, organization) => {
    const kept = await store.records(organization, journey.id);
    const definitions = new Map(journey.steps.map((step) => [step.id, knownDefinition(step, deps.contracts)]));
    const provenAt = new Map(provenSteps({ records: kept, definitions }));
    const open = await Promise.all(
      openSteps(journey, provenAt, definitions).map((one) => sinceChange(journey, one, kept)),
    );
    const found: JourneyRecord[] = [];
    for (const one of open.filter((one) => isAskedAtOnce(journey, one))) {
      const record = await byOneQuery(journey, organization, one);
      if (record === null) continue;
      found.push(record);
      provenAt.set(record.step, record.at);
    }
    const rest = open.filter((one) => !isAskedAtOnce(journey, one));
    const place = [...definitions.values()].join(' ');
    const looked = rest.length === 0 ? null : await byLooking(journey, organization, { provenAt, open: rest, place });
    found.push(...(looked?.proven ?? []));
    for (const record of found) {
      // Before it is kept: a launch that fails is tried again.
      if (isLaunch(journey, record)) await deps.onLaunch(organization, record.at);
      await store.keep(organization, record);
    }
    const steps = new Set(found.map(({ step }) => step));
    const all = [...kept.filter(({ step }) => !steps.has(step)), ...found];
    const left = open.filter(({ step }) => !provenAt.has(step.id) && !steps.has(step.id));
    const missing = new Map([...left.map((one) => missingAtOnce(journey, one)), ...(looked?.missing ?? [])]);
    const errors = left.length === 0 ? undefined : await errorsMet(journey, organization);
    return journeyProgress(journey, { records: all, definitions, missing, ...(errors && { errors }) });
  };
}

/** What is missing of a step where nothing is there yet. */
function missingAtOnce(journey: JourneyConfig, { step }: OpenStep): [string, NotYet] {
  const decision = decideProof(journey, step.proof, { exchanges: [], deliveries: [], now: new Date(0) });
  if (decision.kind === 'proven') throw new Error(`The step ${step.id} is proven by nothing.`);
  return [step.id, decision];
}

const isAskedAtOnce = (journey: JourneyConfig, { step, since }: OpenStep): boolean =>
  since === undefined && questionOf(journey, step) !== null;

export const isLaunch = ({ steps }: JourneyConfig, { step }: Pick<JourneyRecord, 'step'>): boolean =>
  steps.find(({ id }) => id === step)?.launch === true;

function openSteps(
  { steps }: JourneyConfig,
  provenAt: ReadonlyMap<string, Date>,
  definitions: ReadonlyMap<string, string>,
): readonly OpenStep[] {
  return steps.flatMap((step): OpenStep[] => {
    const { proof } = step;
    if (provenAt.has(step.id) || proof.kind === 'form' || proof.kind === 'agreement' || proof.kind === 'review')
      return [];
    return [{ step: { ...step, proof }, definition: definitions.get(step.id) ?? '' }];
  });
}

const known = new WeakMap<readonly Contract[], WeakMap<JourneyStepConfig, string>>();

/** Configuration and contracts are read once, so are their hashes. */
export function knownDefinition(step: JourneyStepConfig, contracts: readonly Contract[]): string {
  const ofContracts = known.get(contracts) ?? new WeakMap<JourneyStepConfig, string>();
  known.set(contracts, ofContracts);
  const definition = ofContracts.get(step) ?? definitionOf(step, contracts);
  ofContracts.set(step, definition);
  return definition;
}
