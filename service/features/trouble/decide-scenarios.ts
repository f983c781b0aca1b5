import type { Standing } from '../limits/index.ts';
import { isRequestScenario, requestScenarios, type ScenarioTurn } from './play-scenario.ts';
import { plus, type Progress } from './progress.ts';
import { countIn, countOut, type Reaction, type Repeatable } from './reaction.ts';
import type { RunInProgress } from './scenario-run.ts';

export interface ScenarioRequest extends Repeatable {
  /** A hash of the key or token. */
  readonly credential: string;
}

/** What all scenarios together make of one request, and how far each has come then. */
export interface ScenarioDecision {
  readonly marks: readonly string[];
  readonly error?: NonNullable<ScenarioTurn['error']>;
  readonly delayMs: number;
  readonly skewMinutes?: number;
  readonly standing?: Standing;
  /** Those whose progress is another than before. */
  readonly advanced: readonly RunInProgress[];
}

/** Pure: the same runs, requests and times come to the same. */
export function decideScenarios(runs: readonly RunInProgress[], request: ScenarioRequest, now: Date): ScenarioDecision {
  let decision: ScenarioDecision = { marks: [], delayMs: 0, advanced: [] };
  for (const id of Object.keys(requestScenarios).filter(isRequestScenario)) {
    const run = runs.find(({ scenario }) => scenario === id);
    if (run === undefined) continue;
    decision = joined(decision, ...turnOf(run, requestScenarios[id], request, now.getTime()));
    if (decision.error) break;
  }
  return decision;
}

function turnOf(
  run: RunInProgress,
  play: (typeof requestScenarios)[keyof typeof requestScenarios],
  request: ScenarioRequest,
  now: number,
): [turn: ScenarioTurn, run: RunInProgress, reaction: Reaction] {
  const reaction = countIn(run.progress, request, now);
  const turn = play(run, reaction.progress, { credential: request.credential, now });
  const wait = turn.error?.retryAfterSeconds;
  const isTroubled = turn.error !== undefined;
  const outcome = { isTroubled, notBefore: wait === undefined ? undefined : now + wait * 1000 };
  let progress: Progress = { ...countOut(reaction, request, outcome, now), ...turn.own };
  const isQuiet = turn.delayMs !== undefined || turn.skewMinutes !== undefined;
  if (isQuiet) progress = plus(progress, 'troubled');
  const isFirstRenewal = turn.isRenewed === true && run.progress.renewed === 0 && progress.troubled > 0;
  return [turn, { ...run, progress: isFirstRenewal ? plus(progress, 'renewed') : progress }, reaction];
}

function joined(
  decision: ScenarioDecision,
  turn: ScenarioTurn,
  run: RunInProgress,
  { tooEarlyMs }: Reaction,
): ScenarioDecision {
  const { error, delayMs, skewMinutes, standing } = turn;
  const marks = [...decision.marks];
  const { troubled, seen } = run.progress;
  const early = tooEarlyMs > 0 ? `; retried ${Math.ceil(tooEarlyMs / 1000)} s too early` : '';
  if (error) marks.push(`${run.scenario}; ${troubled}/${seen}${early}`);
  if (delayMs !== undefined) marks.push(`${run.scenario}; ${delayMs} ms`);
  if (skewMinutes !== undefined) marks.push(`${run.scenario}; ${skewMinutes} min`);
  return {
    ...decision,
    marks,
    ...(error && { error }),
    delayMs: decision.delayMs + (delayMs ?? 0),
    ...(skewMinutes !== undefined && { skewMinutes }),
    ...(standing && { standing }),
    advanced: [...decision.advanced, run],
  };
}
