import { aLiveExchange } from '../traffic/exchange.fixture.ts';
import type { Exchange, ExchangeTrace } from '../traffic/index.ts';

/** A read without a body, as its span tells of it. */
export function anExchange(difference: Partial<Exchange> = {}): Exchange {
  return aLiveExchange({ requestBytes: 0, ...difference });
}

/** Where that exchange stands in its trace. */
export function aTrace(difference: Partial<ExchangeTrace> = {}): ExchangeTrace {
  return {
    spanId: '1111111111111111',
    parentSpanId: 'b7ad6b7169203331',
    isSampled: true,
    state: 'rojo=1',
    upstream: { spanId: '2222222222222222', afterMs: 2 },
    ...difference,
  };
}
