import { describe, expect, test } from 'vitest';
import { EventReader } from './event-reader';

function read(kind: 'sse' | 'lines', pieces: readonly string[]) {
  let now = 0;
  const reader = new EventReader(kind, () => (now += 10));
  for (const piece of pieces) reader.feed(piece);
  reader.end();
  return reader.log();
}

describe('a stream of events', () => {
  test('is read as server-sent events, however it is cut into pieces', () => {
    const { events } = read('sse', [
      'event: tick\nid: 7\nda',
      'ta: {"a":1}\ndata: 2\n',
      '\n: a comment\n\ndata: x\n\n',
      'data: cut',
    ]);
    expect(events).toEqual([
      { number: 1, atMilliseconds: 10, name: 'tick', id: '7', data: '{"a":1}\n2' },
      { number: 2, atMilliseconds: 20, name: 'message', id: null, data: 'x' },
    ]);
  });

  test('is read as lines of JSON, the last one without a line break too', () => {
    const { events } = read('lines', ['{"a"', ':1}\r\n\n{"a":2}\n{"a":', '3}']);
    expect(events.map(({ data }) => data)).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
  });

  test('is read as a JSON text sequence', () => {
    expect(read('lines', ['\u001e{"a":1}\n\u001e{"a":2}\n']).events).toHaveLength(2);
  });

  test('keeps the newest thousand, and says how many it let go', () => {
    const { events, dropped } = read(
      'lines',
      Array.from({ length: 2500 }, (_, at) => `${at}\n`),
    );
    expect([events.length, dropped, events[0]?.data, events.at(-1)?.number]).toEqual([1000, 1500, '1500', 2500]);
  });

  test('keeps no more text than fits in memory', () => {
    const { events, dropped } = read(
      'lines',
      Array.from({ length: 12 }, () => `${'x'.repeat(900_000)}\n`),
    );
    expect([events.length, dropped]).toEqual([4, 8]);
    expect(read('lines', ['y'.repeat(3_000_000)]).events[0]?.data.length).toBeLessThanOrEqual(1_000_001);
  });
});
