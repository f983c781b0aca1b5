import { feedbackCallsAt } from './feedback-calls-at';
import { useSession } from '../../portal-client/session';
import { FeedbackFlow, type FeedbackFlowProps } from './FeedbackFlow';

export type WiredFeedbackProps = Omit<FeedbackFlowProps, 'client' | 'person'> & { readonly serviceUrl: string };

/** The flow with the real service; loaded on intent. */
export function WiredFeedback({ serviceUrl, ...rest }: WiredFeedbackProps) {
  const session = useSession(serviceUrl);
  const person = session.kind === 'person' ? session.session.person.name : undefined;
  return <FeedbackFlow {...rest} person={person} client={feedbackCallsAt(serviceUrl)} />;
}
