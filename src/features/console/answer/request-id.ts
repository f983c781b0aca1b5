import { headerOf, type AnswerHead } from './answer';

const names = ['request-id', 'x-request-id', 'x-correlation-id', 'x-amzn-requestid', 'x-github-request-id'];
const mostCharacters = 200;

/** The name of the request, for reports; null where the answer has none. */
export function requestIdOf(head: Pick<AnswerHead, 'headers'>): string | null {
  const id = names.map((name) => headerOf(head, name)).find((value) => value);
  return id ? id.slice(0, mostCharacters) : null;
}
