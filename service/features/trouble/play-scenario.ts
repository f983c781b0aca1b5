import type { Standing } from '../limits/index.ts';
import { longestDelayMs } from './delay-text.ts';
import type { Progress } from './progress.ts';
import type { RequestScenarioId } from './scenario.ts';
import type { ScenarioRun } from './scenario-run.ts';
import { draw } from './seeded-draw.ts';

/** What a scenario makes of one request. */
export interface ScenarioTurn {
  /** The request is refused with this: nothing is done. */
  readonly error?: {
    readonly status: number;
    readonly detail: string;
    /** Undefined: the client may come again at once. */
    readonly retryAfterSeconds?: number;
  };
  readonly delayMs?: number;
  readonly skewMinutes?: number;
  readonly standing?: Standing;
  /** What it remembers of its own. */
  readonly own?: Pick<Progress, 'window' | 'refused'>;
  readonly isRenewed?: boolean;
}

/** `progress` has the request counted in: the first one finds `seen` to be 1. `credential` is a hash. Times in milliseconds. */
export type PlayScenario = (
  run: ScenarioRun,
  progress: Progress,
  request: { readonly credential: string; readonly now: number },
) => ScenarioTurn;

const flakyStatuses = [500, 502, 503] as const;

const playFlaky: PlayScenario = ({ settings, seed }, { seen }) => {
  const { every = 0, share = 0 } = settings;
  const isHit = every > 0 ? seen % every === 0 : draw(seed, seen, 0) * 100 < share;
  if (!isHit) return {};
  const status = flakyStatuses[Math.floor(draw(seed, seen, 1) * flakyStatuses.length)] ?? 503;
  const detail = 'The scenario "flaky" is on: nothing was done. Send the same request again.';
  if (status !== 503) return { error: { status, detail } };
  return { error: { status, detail, retryAfterSeconds: 1 + Math.floor(draw(seed, seen, 2) * 3) } };
};

/** Log-normal, as times of answers are: the median and the 95th percentile are the settings. */
const playSlow: PlayScenario = ({ settings, seed }, { seen }) => {
  const { median_ms: median = 0, tail_ms: tail = 0 } = settings;
  const spread = Math.max(0, Math.log(tail / median)) / 1.645;
  const [first, second] = [1 - draw(seed, seen, 0), draw(seed, seen, 1)];
  const normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  return { delayMs: Math.min(longestDelayMs, Math.max(1, Math.round(median * Math.exp(spread * normal)))) };
};

const playRateLimited: PlayScenario = ({ settings, startedAt }, { window }, { now }) => {
  const { requests: quota = 1, window_seconds: windowSeconds = 1 } = settings;
  const length = windowSeconds * 1000;
  const from = startedAt.getTime() + Math.floor((now - startedAt.getTime()) / length) * length;
  const used = (window?.from === from ? window.used : 0) + 1;
  const isTaken = used <= quota;
  const resetSeconds = Math.max(1, Math.ceil((from + length - now) / 1000));
  const standing: Standing = {
    isTaken,
    policy: { name: 'sandbox-trouble', quota, windowSeconds },
    remaining: Math.max(0, quota - used),
    resetSeconds,
  };
  const own = { window: { from, used } };
  if (isTaken) return { standing, own };
  const detail = `The scenario "rate-limited" is on: it takes ${quota} requests in ${windowSeconds} s. Wait ${resetSeconds} s.`;
  return { standing, own, error: { status: 429, detail, retryAfterSeconds: resetSeconds } };
};

const playExpiredToken: PlayScenario = ({ settings }, { troubled, refused }, { credential }) => {
  const { times = 1 } = settings;
  const own = { refused: refused ?? credential };
  if (credential !== own.refused) return { own, isRenewed: true };
  if (troubled >= times) return { own };
  const detail =
    'The scenario "expired-token" is on: what you sent counts as expired. Get a new one, and send the request again with it.';
  return { own, error: { status: 401, detail } };
};

const playClockSkew: PlayScenario = ({ settings }) => ({ skewMinutes: settings.minutes ?? 0 });

const retryInOutageSeconds = 5;

const playOutage: PlayScenario = ({ settings, startedAt }, _progress, { now }) => {
  const leftSeconds = Math.ceil((startedAt.getTime() + (settings.seconds ?? 0) * 1000 - now) / 1000);
  if (leftSeconds <= 0) return {};
  const detail = 'The scenario "outage" is on: nothing was done. Keep the request, and send it again later.';
  return { error: { status: 503, detail, retryAfterSeconds: Math.min(retryInOutageSeconds, leftSeconds) } };
};

/** In the order in which a request meets them; what refuses it comes first, and then it meets no other. */
export const requestScenarios: Readonly<Record<RequestScenarioId, PlayScenario>> = {
  outage: playOutage,
  'expired-token': playExpiredToken,
  'rate-limited': playRateLimited,
  flaky: playFlaky,
  slow: playSlow,
  'clock-skew': playClockSkew,
};

export function isRequestScenario(id: string): id is RequestScenarioId {
  return Object.hasOwn(requestScenarios, id);
}
