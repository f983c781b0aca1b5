import { portalAt } from '../../portal-client';
import { FeedbackFlow, type FeedbackFlowProps } from './FeedbackFlow';

export type WiredFeedbackProps = Omit<FeedbackFlowProps, 'client'> & { readonly serviceUrl: string };

/** The flow with the real service; loaded on intent. */
export function WiredFeedback({ serviceUrl, ...rest }: WiredFeedbackProps) {
  return <FeedbackFlow {...rest} client={portalAt(serviceUrl).client} />;
}
