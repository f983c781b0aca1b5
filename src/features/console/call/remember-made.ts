import type { OperationPage } from '../../../../contract/reference-page';
import { headerOf, type Sent } from '../answer/answer';
import { collectionKey, idOfMade } from '../last-ids';
import type { ConsoleMemory } from '../memory';

/** Keeps the id of what a call has made, for the operations on that item. */
export function rememberMade(memory: ConsoleMemory, page: OperationPage, sent: Sent): void {
  if (sent.kind !== 'answer') return;
  const { status, body } = sent.answer;
  const id = idOfMade(page, { status, body, location: headerOf(sent.answer, 'location') });
  if (id !== null) memory.lastIds.set(collectionKey(page, page.path), id);
}
