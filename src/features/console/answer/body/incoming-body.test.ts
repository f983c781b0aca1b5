// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { atOnce } from '../in-slices';
import { begunReading } from './arriving-text';
import { IncomingBody } from './incoming-body';

const json = `{"data":[${Array.from({ length: 120_000 }, (_, at) => `{"id":"é${at}"}`).join(',')}]}`;
const bytes = new TextEncoder().encode(json);

function receive(pieceBytes: number, contentType = 'application/json', expected = 0, whole = bytes) {
  const incoming = new IncomingBody(contentType, () => 0, expected);
  for (let at = 0; at < whole.length; at += pieceBytes) incoming.take(whole.slice(at, at + pieceBytes));
  return incoming;
}

describe('a body that comes in pieces', () => {
  test.each([
    ['announced', bytes.length],
    ['not announced', 0],
    ['announced to be shorter than it is', 1000],
    ['announced to be larger than anything that is kept', 1e12],
  ])('is whole where its length is %s', (_, expected) => {
    const body = receive(70_001, 'application/json', expected).body();
    if (body.kind !== 'large') throw new Error(body.kind);
    expect(Buffer.compare(body.bytes, bytes)).toBe(0);
    // No more memory than a quarter above what there is.
    expect(body.bytes.buffer.byteLength).toBeLessThan(bytes.length * 1.26);
  });

  test('is read while it comes, so that little is left to do at its end', () => {
    const body = receive(64 * 1024).body();
    if (body.kind !== 'large') throw new Error(body.kind);
    const begun = begunReading(body.bytes);
    expect(begun?.isValid).toBe(true);
    expect(begun?.indexer?.progress).toBeGreaterThan(0);
    expect(begun?.indexer && atOnce(begun.indexer)).toMatchObject({ count: 240_002, fault: null });
  });

  test('tells bytes that are no text wherever they stand', () => {
    const broken = bytes.slice();
    broken[bytes.length - 20] = 0xff;
    const body = receive(64 * 1024, 'application/json', 0, broken).body();
    expect(body.kind === 'large' && begunReading(body.bytes)?.isValid).toBe(false);
  });

  test('that is no JSON is not read as such', () => {
    const csv = new TextEncoder().encode('name,age\n'.repeat(300_000));
    const body = receive(64 * 1024, 'text/csv', 0, csv).body();
    expect(body.kind === 'large' && begunReading(body.bytes)?.indexer).toBeNull();
  });

  test('shows its end meanwhile', () => {
    expect(receive(64 * 1024).soFar()).toMatchObject({ bytes: bytes.length });
    expect(
      receive(64 * 1024)
        .soFar()
        .text.endsWith('{"id":"é119999"}]}'),
    ).toBe(true);
  });
});
