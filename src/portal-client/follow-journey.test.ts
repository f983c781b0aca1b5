import { describe, expect, test } from 'vitest';
import type { JourneyProgress, PortalClient } from './create-portal-client';
import { followJourney } from './follow-journey';
import { createGuestKeys } from './guest-keys';
import { journeyByKey } from './journey-source';
import { problemOfFailure, readProblem, type Outcome } from './problem';

const progress = (proven: number, complete = false): JourneyProgress => ({
  journey: 'first-call',
  title: 'Your first call',
  steps: [0, 1, 2].map((step) => ({ id: `s${step}`, title: `S${step}`, state: step < proven ? 'proven' : 'waiting' })),
  complete,
});

const event = (value: JourneyProgress): string => `event: progress\ndata: ${JSON.stringify(value)}\n\n`;

/** A stream of these pieces, cut anywhere, that then ends. */
function streamOf(...pieces: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

interface Script {
  streams?: (() => Outcome<ReadableStream<Uint8Array>>)[];
  polls?: (() => Outcome<JourneyProgress>)[];
}

function portal(script: Script) {
  const calls: string[] = [];
  let issued = 0;
  const client: PortalClient = {
    createSessionKey: () => new Promise(() => undefined),
    createGuestKey: async () => ({
      kind: 'ok',
      value: {
        key: `key-${(issued += 1)}`,
        environment: 'sandbox',
        organization: 'org',
        expires_at: '2999-01-01T00:00:00Z',
        requests_per_minute: 1,
      },
    }),
    openJourneyEvents: async (_journey, key) => {
      calls.push(`stream ${key}`);
      return script.streams?.shift()?.() ?? { kind: 'problem', problem: problemOfFailure(new TypeError('net')) };
    },
    readJourneyProgress: async (_journey, key) => {
      calls.push(`poll ${key}`);
      return script.polls?.shift()?.() ?? { kind: 'problem', problem: problemOfFailure(new TypeError('net')) };
    },
    createSandboxClient: () => new Promise(() => undefined),
  };
  const waits: number[] = [];
  const keys = createGuestKeys(() => client.createGuestKey(), Date.now);
  const time = { wait: async (milliseconds: number) => void waits.push(milliseconds), chance: () => 0 };
  return { source: journeyByKey('first-call', { client, keys }), time, calls, waits };
}

async function follow(script: Script) {
  const { source, time, calls, waits } = portal(script);
  const seen: number[] = [];
  const problems: string[] = [];
  const listener = {
    onProgress: (now: JourneyProgress) => seen.push(now.steps.filter((step) => step.state === 'proven').length),
    onProblem: (problem: { code: string }) => problems.push(problem.code),
  };
  await followJourney(source, listener, new AbortController().signal, time);
  return { seen, problems, calls, waits };
}

const opened = (...pieces: string[]) => ({ kind: 'ok' as const, value: streamOf(...pieces) });

describe('following a journey', () => {
  test('hands on every event, however the stream is cut, and ends when the journey is complete', async () => {
    const text = event(progress(1)) + ': still here\n\n' + event(progress(3, true));
    const pieces = text.match(/[\s\S]{1,7}/g) ?? [];
    const { seen, calls } = await follow({ streams: [() => opened(...pieces)] });
    expect(seen).toEqual([1, 3]);
    expect(calls).toEqual(['stream key-1']);
  });

  test('leaves out events that are not progress', async () => {
    const rubbish =
      'event: progress\ndata: {"steps": 3}\n\nevent: progress\ndata: <html>\n\nevent: other\ndata: {}\n\n';
    const { seen } = await follow({ streams: [() => opened(rubbish, event(progress(3, true)))] });
    expect(seen).toEqual([3]);
  });

  test('comes back after a broken stream, waiting longer each time', async () => {
    const { seen, waits } = await follow({
      streams: [() => opened(), () => opened(), () => opened(event(progress(3, true)))],
    });
    expect(seen).toEqual([3]);
    expect(waits).toEqual([250, 500]);
  });

  test('asks for another key when this one has expired', async () => {
    const expired = readProblem(401, { type: 'https://p.example/docs/errors/key-expired' }, new Headers());
    const { calls, problems } = await follow({
      streams: [() => ({ kind: 'problem', problem: expired }), () => opened(event(progress(3, true)))],
    });
    expect(calls).toEqual(['stream key-1', 'stream key-2']);
    expect(problems).toEqual(['key-expired']);
  });

  test('asks every few seconds where streams do not come through', async () => {
    const { seen, calls, waits } = await follow({
      polls: [() => ({ kind: 'ok', value: progress(1) }), () => ({ kind: 'ok', value: progress(3, true) })],
    });
    expect(seen).toEqual([1, 3]);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['stream', 'stream', 'stream', 'poll', 'poll']);
    expect(waits).toContain(2500);
  });

  test('goes on where all is done but what is optional', async () => {
    const { seen } = await follow({ streams: [() => opened(event(progress(2, true)), event(progress(3, true)))] });
    expect(seen).toEqual([2, 3]);
  });

  test('stops, and reports nothing more, when it is aborted', async () => {
    const leaving = new AbortController();
    const { source, time, calls } = portal({ streams: [() => opened(event(progress(1)), event(progress(2)))] });
    const seen: number[] = [];
    const listener = {
      onProgress: () => {
        seen.push(1);
        leaving.abort();
      },
      onProblem: () => seen.push(-1),
    };
    await followJourney(source, listener, leaving.signal, time);
    expect(seen).toEqual([1]);
    expect(calls).toEqual(['stream key-1']);
  });
});
