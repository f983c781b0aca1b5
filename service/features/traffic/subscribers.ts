import type { Exchange } from './exchange.ts';

/** Where an exchange stands in its trace: what an export of spans needs beside the exchange. */
export interface ExchangeTrace {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly isSampled: boolean;
  readonly state: string;
  /** The way to what stands behind the gateway; null where nothing was asked there. */
  readonly upstream: { readonly spanId: string; /** After the request's arrival. */ readonly afterMs: number } | null;
}

export type ExchangeListener = (exchange: Exchange, trace?: ExchangeTrace) => void;

/** Who wants to hear of an organization's exchanges. A listener that throws does not hurt the others. */
export function subscribers(log: { error(details: object, message: string): void }) {
  const ofAll: ExchangeListener[] = [];
  const byOrganization = new Map<string, Set<ExchangeListener>>();
  return {
    add(organization: string, listener: ExchangeListener): () => void {
      const listeners = byOrganization.get(organization) ?? new Set();
      byOrganization.set(organization, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byOrganization.get(organization) === listeners) byOrganization.delete(organization);
      };
    },
    addForAll: (listener: ExchangeListener): void => void ofAll.push(listener),
    tell(exchange: Exchange, trace?: ExchangeTrace): void {
      const own = exchange.organization === null ? [] : (byOrganization.get(exchange.organization) ?? []);
      for (const listeners of [ofAll, own]) {
        for (const listener of listeners) {
          try {
            listener(exchange, trace);
          } catch (error) {
            log.error({ err: error, exchange: exchange.id }, 'a listener to exchanges failed');
          }
        }
      }
    },
  };
}
