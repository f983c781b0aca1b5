import { describe, expect, test } from 'vitest';
import { circuit, type CircuitState, type Outcome } from './circuit.ts';
import { fakeTiming } from './timing.fixture.ts';

const rules = { failuresInARow: 5, failurePercent: 50, pauseSeconds: 5 };

function start() {
  const timing = fakeTiming();
  const states: CircuitState[] = [];
  const tested = circuit(
    rules,
    () => timing.nowMs(),
    (state) => states.push(state),
  );
  const pass = () => {
    const entry = tested.enter();
    if (entry.kind === 'pause') throw new Error('The circuit is open.');
    return entry;
  };
  const run = (...outcomes: Outcome[]) => outcomes.forEach((outcome) => pass().report(outcome));
  const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);
  return { ...tested, timing, states, pass, run, times };
}

describe('a circuit opens', () => {
  test('at the fifth failure in a row, and not before', () => {
    const { run, times, enter, states } = start();
    run(...times(4, 'failure'), 'success', ...times(4, 'failure'));
    expect(states).toEqual([]);
    run('failure');
    expect([enter(), states]).toEqual([{ kind: 'pause', retryAfterSeconds: 5 }, ['open']]);
  });

  test('when half of twenty requests fail, however they alternate', () => {
    const { run, states } = start();
    for (let pair = 0; pair < 9; pair += 1) run('success', 'failure');
    run('success');
    expect(states).toEqual([]);
    run('failure');
    expect(states).toEqual(['open']);
  });

  test('not where the failures are more than ten seconds old', () => {
    const { run, states, timing } = start();
    for (let pair = 0; pair < 9; pair += 1) run('success', 'failure');
    timing.pass(11_000);
    run('success', 'failure');
    expect(states).toEqual([]);
  });

  test('not because clients went away', () => {
    const { run, times, states } = start();
    run(...times(100, 'unknown'));
    expect(states).toEqual([]);
  });
});

describe('an open circuit', () => {
  const opened = () => {
    const started = start();
    started.run(...started.times(5, 'failure'));
    return started;
  };

  test('lets exactly one request try after the pause, and closes when that succeeds', () => {
    const { timing, enter, paused, pass, states } = opened();
    timing.pass(3200);
    expect(enter()).toEqual({ kind: 'pause', retryAfterSeconds: 2 });
    timing.pass(1800);
    const probe = pass();
    expect([probe.isProbe, paused()]).toEqual([true, { kind: 'pause', retryAfterSeconds: 1 }]);
    probe.report('success');
    expect([pass().isProbe, states]).toEqual([false, ['open', 'half-open', 'closed']]);
  });

  test('stays open for another pause when the try fails', () => {
    const { timing, run, enter } = opened();
    timing.pass(5000);
    run('failure');
    expect(enter()).toEqual({ kind: 'pause', retryAfterSeconds: 5 });
  });

  test('lets the next one try when the client of the try goes away', () => {
    const { timing, run, pass } = opened();
    timing.pass(5000);
    run('unknown');
    expect(pass().isProbe).toBe(true);
  });

  test('hears nothing of requests that began before it opened', () => {
    const { run, times, pass, timing, states } = start();
    const slow = Array.from({ length: 10 }, pass);
    run(...times(5, 'failure'));
    slow[0]?.report('success');
    timing.pass(5000);
    run('success');
    for (const old of slow) old.report('failure');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });
});

test('only the first word of a request counts', () => {
  const { pass, run, states } = start();
  const one = pass();
  for (let count = 0; count < 9; count += 1) one.report('failure');
  run('failure');
  expect(states).toEqual([]);
});

describe('a success that turns out to be of no use', () => {
  test('is a failure: the fifth of them in a row opens', () => {
    const { pass, states } = start();
    const useless = () => {
      const one = pass();
      one.report('success');
      one.retract();
    };
    for (let count = 0; count < 4; count += 1) useless();
    expect(states).toEqual([]);
    useless();
    expect(states).toEqual(['open']);
  });

  test('counts in its share of the requests, too, and only once', () => {
    const { pass, run, times, states } = start();
    for (let pair = 0; pair < 9; pair += 1) {
      const one = pass();
      one.report('success');
      one.retract();
      one.retract();
      run('success');
    }
    run(...times(1, 'success'));
    expect(states).toEqual([]);
    const last = pass();
    last.report('success');
    last.retract();
    expect(states).toEqual(['open']);
  });

  test('opens again, where it was the one that tried', () => {
    const { pass, run, times, timing, states } = start();
    run(...times(5, 'failure'));
    timing.pass(5000);
    const probe = pass();
    probe.report('success');
    probe.retract();
    expect(states).toEqual(['open', 'half-open', 'closed', 'open']);
  });

  test('says nothing after the circuit opened for another reason', () => {
    const { pass, run, times, states } = start();
    const one = pass();
    one.report('success');
    run(...times(5, 'failure'));
    one.retract();
    expect(states).toEqual(['open']);
  });
});
