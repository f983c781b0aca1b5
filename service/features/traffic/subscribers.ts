import type { Exchange } from './exchange.ts';

export type ExchangeListener = (exchange: Exchange) => void;

/** Who wants to hear of an organization's exchanges. A listener that throws does not hurt the others. */
export function subscribers(log: { error(details: object, message: string): void }) {
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
    tell(exchange: Exchange): void {
      if (exchange.organization === null) return;
      for (const listener of byOrganization.get(exchange.organization) ?? []) {
        try {
          listener(exchange);
        } catch (error) {
          log.error({ err: error, exchange: exchange.id }, 'a listener to exchanges failed');
        }
      }
    },
  };
}
