import type { Feedback } from './feedback.ts';

/** Where feedback is kept. A promise that resolves means that it is on disk. */
export interface FeedbackStore {
  add(item: Feedback): Promise<void>;
  find(id: string): Promise<Feedback | null>;
}
