import { createFeedbackCalls, type FeedbackCalls } from '../../portal-client';

const known = new Map<string, FeedbackCalls>();

/** The one client of this page load. To be called in the browser only. */
export function feedbackCallsAt(serviceUrl: string): FeedbackCalls {
  const calls = known.get(serviceUrl) ?? createFeedbackCalls(serviceUrl, (request) => fetch(request));
  known.set(serviceUrl, calls);
  return calls;
}
