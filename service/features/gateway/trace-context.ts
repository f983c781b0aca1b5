import { drawnBytes } from '../../platform/drawn-bytes.ts';

/** Where a request stands in a distributed trace (https://www.w3.org/TR/trace-context/). All ids are lower-case hex. */
export interface TraceContext {
  /** 32 digits: of the whole trace. */
  readonly traceId: string;
  /** 16 digits: of this exchange. */
  readonly spanId: string;
  /** Of the way to the upstream and back, within this exchange: what the upstream does has it as its parent. */
  readonly upstreamSpanId: string;
  /** The span that the client named; null where the trace begins here. */
  readonly parentSpanId: string | null;
  /** Whether whoever came before may have recorded the trace; true where it begins here. */
  readonly isSampled: boolean;
  /** What others have to say of the trace, passed on as it came. Empty: nothing. */
  readonly state: string;
}

/** What a `traceparent` says. */
export type TraceParent = Pick<TraceContext, 'traceId' | 'isSampled'> & { readonly spanId: string };

type SentHeaders = Readonly<Record<string, string | string[] | undefined>>;

const version00 = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** Reads a `traceparent` (§3.2), of this version or a later one. Null where it is none: then the trace begins anew. */
export function parseTraceParent(value: string | string[] | undefined): TraceParent | null {
  if (typeof value !== 'string') return null;
  const [, version, traceId = '', spanId = '', flags = '', more] = version00.exec(value.trim()) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

const mostMembers = 32;
const longest = 8192;
const member =
  /^(?:[a-z][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})=[\x20-\x7e]{1,256}$/;

/** Reads a `tracestate` (§3.3). Empty where it is not well-formed: it is dropped as a whole, the trace goes on. */
export function parseTraceState(value: string | string[] | undefined): string {
  const text = [value ?? []].flat().join(',');
  if (text.length > longest) return '';
  const members = text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const keys = members.map((each) => each.slice(0, each.indexOf('=')));
  const isWellFormed =
    members.length <= mostMembers &&
    new Set(keys).size === keys.length &&
    members.every((each) => member.test(each) && !each.slice(each.indexOf('=') + 1).includes('='));
  return isWellFormed ? members.join(',') : '';
}

const drawn = drawnBytes();

/** The trace that a request belongs to: the client's, if it names one that is valid, else a new one. */
export function continueTrace(headers: SentHeaders, random: (bytes: number) => Buffer = drawn): TraceContext {
  const parent = parseTraceParent(headers.traceparent);
  if (parent === null) {
    const ids = randomIds(random);
    return { ...ids, parentSpanId: null, isSampled: true, state: '' };
  }
  return {
    traceId: parent.traceId,
    ...randomSpans(random),
    parentSpanId: parent.spanId,
    isSampled: parent.isSampled,
    state: parseTraceState(headers.tracestate),
  };
}

/** The headers that tell the next one of the trace (§4.3): the way to it is the parent now. */
export function traceHeaders({ traceId, upstreamSpanId, isSampled, state }: TraceContext): Record<string, string> {
  const traceparent = `00-${traceId}-${upstreamSpanId}-${isSampled ? '01' : '00'}`;
  return state === '' ? { traceparent } : { traceparent, tracestate: state };
}

function randomIds(random: (bytes: number) => Buffer): Pick<TraceContext, 'traceId' | 'spanId' | 'upstreamSpanId'> {
  const traceId = random(16).toString('hex');
  // An id of zeros means none.
  return /^0+$/.test(traceId) ? randomIds(random) : { traceId, ...randomSpans(random) };
}

function randomSpans(random: (bytes: number) => Buffer): Pick<TraceContext, 'spanId' | 'upstreamSpanId'> {
  const hex = random(16).toString('hex');
  const [spanId, upstreamSpanId] = [hex.slice(0, 16), hex.slice(16)];
  return /^0+$/.test(spanId) || /^0+$/.test(upstreamSpanId) ? randomSpans(random) : { spanId, upstreamSpanId };
}
