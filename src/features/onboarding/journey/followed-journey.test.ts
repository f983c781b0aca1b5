import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JourneyProgress, JourneySource } from '../../../portal-client';
import { createFollowedJourney } from './followed-journey';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const progress = (...proven: string[]): JourneyProgress => ({
  ...{ journey: 'launch', title: 'Launch', complete: false },
  steps: ['a', 'b'].map((id) => ({ id, title: id, state: proven.includes(id) ? 'proven' : 'waiting' })),
});

/** A page, and a service that sends what it is told to. */
function setUp() {
  const streams: { controller: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal }[] = [];
  const source: JourneySource = {
    open: async (signal) => {
      const value = new ReadableStream<Uint8Array>({
        start: (controller) => void streams.push({ controller, signal }),
      });
      return { kind: 'ok', value };
    },
    read: () => new Promise(() => undefined),
  };
  const page = { isVisible: true, listeners: new Set<() => void>() };
  const followed = createFollowedJourney(source, {
    isVisible: () => page.isVisible,
    subscribe(listener) {
      page.listeners.add(listener);
      return () => page.listeners.delete(listener);
    },
  });
  const look = (isVisible: boolean): void => {
    page.isVisible = isVisible;
    for (const listener of page.listeners) listener();
  };
  const send = async (now: JourneyProgress): Promise<void> => {
    const event = `event: progress\ndata: ${JSON.stringify(now)}\n\n`;
    streams.at(-1)?.controller.enqueue(new TextEncoder().encode(event));
    await vi.advanceTimersByTimeAsync(0);
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { followed, streams, look, send, settle, page };
}

describe('a progress that a page follows', () => {
  test('is one stream, however many look, and ends with the last of them', async () => {
    const { followed, streams, settle, page } = setUp();
    const leave = [followed.subscribe(() => undefined), followed.subscribe(() => undefined)];
    await settle();
    expect(streams).toHaveLength(1);
    leave[0]?.();
    expect(streams[0]?.signal.aborted).toBe(false);
    leave[1]?.();
    expect([streams[0]?.signal.aborted, page.listeners.size]).toEqual([true, 0]);
  });

  test('says what ticked, and goes on saying it until something else does', async () => {
    const { followed, send, settle } = setUp();
    const said: string[] = [];
    followed.subscribe(() => said.push(followed.state().said));
    await settle();
    await send(progress());
    await send(progress('a'));
    await send(progress('a'));
    followed.take(progress('a', 'b'));
    expect(said).toEqual(['', 'Done: a.', 'Done: a.', 'Done: b.']);
  });

  test('gives its connection back half a minute after nobody looks, and takes one when somebody does', async () => {
    const { followed, streams, look, send, settle } = setUp();
    followed.subscribe(() => undefined);
    await settle();
    look(false);
    await vi.advanceTimersByTimeAsync(29_000);
    // A stream that is silent for long is dead: this one is not.
    await send(progress());
    look(true);
    look(false);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(streams[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    look(true);
    await settle();
    expect(streams).toHaveLength(2);
  });

  test('does not begin in a page that nobody looks at', async () => {
    const { followed, streams, look, settle } = setUp();
    look(false);
    followed.subscribe(() => undefined);
    await settle();
    expect(streams).toHaveLength(0);
  });
});
