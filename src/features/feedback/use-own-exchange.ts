import { useEffect, useState } from 'react';
import type { OwnExchange } from '../../portal-client';
import { feedbackCallsAt } from './feedback-calls-at';

export type FoundExchange =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly exchange: OwnExchange }
  /** The portal has no record of it, or not for this key. */
  | { readonly kind: 'none' };

/** What the portal recorded of an exchange that was made with the key. */
export function useOwnExchange(serviceUrl: string, id: string | null, key: string | undefined): FoundExchange {
  const isAskable = id !== null && key !== undefined;
  const [found, setFound] = useState<FoundExchange>({ kind: 'looking' });
  useEffect(() => {
    if (!isAskable) return;
    let isLeft = false;
    void feedbackCallsAt(serviceUrl)
      .getExchange(id, key)
      .then((outcome) => {
        if (!isLeft) setFound(outcome.kind === 'ok' ? { kind: 'found', exchange: outcome.value } : { kind: 'none' });
      });
    return () => {
      isLeft = true;
    };
  }, [isAskable, serviceUrl, id, key]);
  return isAskable ? found : { kind: 'none' };
}
