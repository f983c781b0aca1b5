/** What a scenario can be told, as a whole number. */
export interface ScenarioSetting {
  readonly name: string;
  readonly title: string;
  readonly unit: '%' | 'ms' | 's' | 'min' | 'times' | '';
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

/** Something that goes wrong again and again until it is switched off. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  /** What it does to requests or webhooks. */
  readonly effect: string;
  /** What a client does that stands it. */
  readonly advice: string;
  readonly settings: readonly ScenarioSetting[];
}

export const scenarioIds = [
  'flaky',
  'slow',
  'rate-limited',
  'expired-token',
  'clock-skew',
  'outage',
  'duplicate-webhooks',
  'out-of-order-webhooks',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** Those that requests meet; the others are about webhooks, which may meet `clock-skew`, too. */
export type RequestScenarioId = Exclude<ScenarioId, 'duplicate-webhooks' | 'out-of-order-webhooks'>;

type Told = Omit<Scenario, 'id'>;

const told: Readonly<Record<ScenarioId, Told>> = {
  flaky: {
    title: 'Flaky',
    effect: 'Some requests are answered with 500, 502 or 503, and nothing is done.',
    advice: 'Send the same request again after a pause that grows, a write with the same Idempotency-Key.',
    settings: [
      { name: 'share', title: 'Share of requests', unit: '%', minimum: 1, maximum: 100, default: 30 },
      {
        name: 'every',
        title: 'Every so many instead (0: by share)',
        unit: '',
        minimum: 0,
        maximum: 100,
        default: 0,
      },
    ],
  },
  slow: {
    title: 'Slow',
    effect: 'Requests are worked on at once, and their answers come late.',
    advice: 'Give up after a time of your own, and find out whether a write was done before you send it again.',
    settings: [
      {
        name: 'median_ms',
        title: 'Half of the answers within',
        unit: 'ms',
        minimum: 1,
        maximum: 30_000,
        default: 2000,
      },
      { name: 'tail_ms', title: '19 of 20 within', unit: 'ms', minimum: 1, maximum: 30_000, default: 10_000 },
    ],
  },
  'rate-limited': {
    title: 'Rate limited',
    effect: 'Only a few requests are taken in a time; those beyond are answered with 429, and nothing is done.',
    advice: 'Wait as long as Retry-After says, and slow down before RateLimit says that nothing is left.',
    settings: [
      { name: 'requests', title: 'Requests taken', unit: '', minimum: 1, maximum: 1000, default: 5 },
      { name: 'window_seconds', title: 'In a time of', unit: 's', minimum: 1, maximum: 300, default: 10 },
    ],
  },
  'expired-token': {
    title: 'Expired token',
    effect:
      'The key or access token is refused with 401 as if it had expired, until another one comes or so many requests were refused.',
    advice: 'Get a new token once, and send the request again with it. Do not send the old one again and again.',
    settings: [{ name: 'times', title: 'Refused at most', unit: 'times', minimum: 1, maximum: 1000, default: 3 }],
  },
  'clock-skew': {
    title: 'Clock skew',
    effect: 'Date, the times in answers that say when a thing was made or changed, and the times of webhooks are off.',
    advice: 'Compare times of the platform with each other, not with your own clock, and allow for some minutes.',
    settings: [{ name: 'minutes', title: 'Off by', unit: 'min', minimum: -720, maximum: 720, default: 10 }],
  },
  outage: {
    title: 'Outage',
    effect: 'Every request is answered with 503 until the outage is over.',
    advice: 'Keep what is to be sent, ask again after Retry-After, and send all of it when the platform is back.',
    settings: [{ name: 'seconds', title: 'Lasts', unit: 's', minimum: 1, maximum: 3600, default: 60 }],
  },
  'duplicate-webhooks': {
    title: 'Duplicate webhooks',
    effect: 'Each webhook is delivered several times, with the same id.',
    advice: 'Remember the ids of webhooks that you worked on, and leave out those that come again.',
    settings: [{ name: 'copies', title: 'Delivered', unit: 'times', minimum: 2, maximum: 5, default: 2 }],
  },
  'out-of-order-webhooks': {
    title: 'Webhooks out of order',
    effect: 'Webhooks are held back for different times, so that a later one may come first.',
    advice: 'Go by the time in the webhook, or read the resource again, not by the order in which they come.',
    settings: [{ name: 'seconds', title: 'Held back at most', unit: 's', minimum: 1, maximum: 120, default: 20 }],
  },
};

export const scenarios: readonly Scenario[] = scenarioIds.map((id) => ({ id, ...told[id] }));

export function scenarioOf(id: ScenarioId): Scenario {
  return { id, ...told[id] };
}
