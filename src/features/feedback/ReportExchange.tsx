import { useState } from 'react';
import { useLocation } from '@docusaurus/router';
import { useHeldKey } from '../../portal-client/use-held-key';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Skeleton } from '../../ui';
import { ExchangePreview } from './ExchangePreview.view';
import type { FeedbackSubject } from './feedback-flow';
import { useOwnExchange } from './use-own-exchange';
import { WiredFeedback } from './WiredFeedback';

export interface ReportExchangeProps {
  /** The exchange's id, or the `Request-Id` of its answer; null where it has none. */
  readonly exchange: string | null;
  /** What is said of it where it cannot go along: the reader may change it. */
  readonly words?: string;
  /** The operation, or the step of a journey that it was for. */
  readonly about?: Pick<FeedbackSubject, 'api' | 'version' | 'operation' | 'journey' | 'step'>;
}

const allThatIsSent = 'What is wrong? This is all that is sent; change it as you like.';

/**
 * A report on an exchange: what the portal recorded of it is shown, without secrets, and goes along unless the person takes that out.
 * Loaded when somebody is about to make one.
 */
export default function ReportExchange({ exchange, words = '', about = {} }: ReportExchangeProps) {
  const { pathname } = useLocation();
  const { serviceUrl } = usePortalFields();
  const key = useHeldKey(serviceUrl) ?? undefined;
  const found = useOwnExchange(serviceUrl, exchange, key);
  const [isAttached, setAttached] = useState(true);
  if (found.kind === 'looking') return <Skeleton height="20px" lines={3} />;
  const attached = found.kind === 'found' && isAttached ? found.exchange.id : undefined;
  const kind = about.step === undefined ? 'exchange' : 'step';
  return (
    <WiredFeedback
      subject={{ page: pathname, ...about, kind, ...(attached && { exchange: attached }) }}
      comment={found.kind === 'none' ? words : ''}
      reasons={[]}
      serviceUrl={serviceUrl}
      apiKey={attached && key}
      send={attached ? 'Send with the exchange' : 'Send'}
      question={found.kind === 'none' && words !== '' ? allThatIsSent : 'What is wrong? (optional)'}
    >
      {found.kind === 'found' && (
        <ExchangePreview exchange={found.exchange} isAttached={isAttached} onAttach={setAttached} />
      )}
    </WiredFeedback>
  );
}
