import { describe, expect, test } from 'vitest';
import { continueTrace, parseTraceParent, parseTraceState, traceHeaders } from './trace-context.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const random = (bytes: number) => Buffer.alloc(bytes, 0xab);

describe('a traceparent', () => {
  test.each<[string, string, boolean]>([
    ['sampled', `00-${traceId}-${spanId}-01`, true],
    ['not sampled', `00-${traceId}-${spanId}-00`, false],
    ['with flags that nobody knows yet', `00-${traceId}-${spanId}-03`, true],
    ['of a later version, with more behind it', `cc-${traceId}-${spanId}-01-what-comes`, true],
    ['with space around it', ` 00-${traceId}-${spanId}-01 `, true],
  ])('is read: %s', (_, value, isSampled) => {
    expect(parseTraceParent(value)).toEqual({ traceId, spanId, isSampled });
  });

  test.each<[string, string | string[] | undefined]>([
    ['none', undefined],
    ['empty', ''],
    ['two of them', `00-${traceId}-${spanId}-01, 00-${traceId}-${spanId}-01`],
    ['upper case', `00-${traceId.toUpperCase()}-${spanId}-01`],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['a parent id of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['the version ff', `ff-${traceId}-${spanId}-01`],
    ['more behind version 00', `00-${traceId}-${spanId}-01-x`],
    ['too short', `00-${traceId.slice(1)}-${spanId}-01`],
    ['no dash before what comes', `cc-${traceId}-${spanId}-01x`],
  ])('is none: %s', (_, value) => {
    expect(parseTraceParent(value)).toBeNull();
  });
});

describe('a tracestate', () => {
  test('is kept in its order, from one header or several', () => {
    expect(parseTraceState('rojo=00f067aa0ba902b7, congo=t61rcWkgMzE ,')).toBe(
      'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE',
    );
    expect(parseTraceState(['a=1', '0t@vendor=2'])).toBe('a=1,0t@vendor=2');
  });

  test.each([
    ['no value', 'a='],
    ['no key', '=1'],
    ['an upper-case key', 'A=1'],
    ['a key twice', 'a=1,a=2'],
    ['an equals sign in a value', 'a=1=2'],
    ['a letter beyond ASCII', 'a=ü'],
    ['33 members', Array.from({ length: 33 }, (_, index) => `k${index}=1`).join(',')],
  ])('is dropped as a whole: %s', (_, value) => {
    expect(parseTraceState(value)).toBe('');
  });
});

describe('a request', () => {
  test('goes on in the trace that it names, with the way to the upstream as the next one’s parent', () => {
    const trace = continueTrace({ traceparent: `00-${traceId}-${spanId}-00`, tracestate: 'a=1' }, random);
    expect(trace).toEqual({
      traceId,
      spanId: 'ab'.repeat(8),
      upstreamSpanId: 'ab'.repeat(8),
      parentSpanId: spanId,
      isSampled: false,
      state: 'a=1',
    });
    expect(traceHeaders(trace)).toEqual({ traceparent: `00-${traceId}-${'ab'.repeat(8)}-00`, tracestate: 'a=1' });
  });

  test.each([{}, { traceparent: 'hello', tracestate: 'a=1' }])('begins a trace where it names none: %j', (headers) => {
    const trace = continueTrace(headers, random);
    expect(trace).toMatchObject({ traceId: 'ab'.repeat(16), parentSpanId: null, isSampled: true, state: '' });
    expect(traceHeaders(trace)).toEqual({ traceparent: `00-${'ab'.repeat(16)}-${'ab'.repeat(8)}-01` });
  });

  test('never gets an id of zeros', () => {
    let calls = 0;
    const trace = continueTrace({}, (bytes) => Buffer.alloc(bytes, calls++ === 0 ? 0 : 1));
    expect(trace).toMatchObject({ traceId: '01'.repeat(16), spanId: '01'.repeat(8) });
  });
});
