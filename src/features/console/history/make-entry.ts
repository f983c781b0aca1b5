import type { OperationPage } from '../../../../contract/reference-page';
import type { Sent } from '../answer/answer';
import { judgeFailure } from '../answer/judge';
import type { Environment } from '../environments/environment-store';
import { describeRequest, type FormValues } from '../request';
import { portableOf } from '../share/portable-of';
import { valuesOfPortable } from '../share/values-of-portable';
import type { EntryOutcome, HistoryEntry, KeptAnswer } from './history-entry';
import { keptAnswer } from './kept-answer';

export interface EntryContext {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What is held at the moment; none of it is kept. */
  readonly secrets: readonly string[];
  readonly environment?: Environment;
}

export interface NewEntry {
  readonly entry: HistoryEntry;
  readonly answer: KeptAnswer | null;
}

/** What is kept of a request that was sent. */
export function sentEntry(page: OperationPage, values: FormValues, sent: Sent, context: EntryContext): NewEntry {
  const answer = sent.kind === 'answer' ? keptAnswer(sent.answer, context.secrets) : null;
  return measured({ ...newEntry(page, values, context), kind: 'sent', outcome: outcomeOf(sent) }, answer);
}

/** What is kept of a form that somebody saves under a name. */
export function savedEntry(page: OperationPage, values: FormValues, name: string, context: EntryContext): NewEntry {
  return measured({ ...newEntry(page, values, context), kind: 'saved', outcome: null, name }, null);
}

type Unmeasured = Omit<HistoryEntry, 'bytes'>;

export function measured(entry: Unmeasured, answer: KeptAnswer | null): NewEntry {
  const bytes = new Blob([JSON.stringify([entry, answer])]).size;
  return { entry: { ...entry, bytes }, answer };
}

function newEntry(page: OperationPage, values: FormValues, context: EntryContext) {
  const request = portableOf(page, values, context);
  const { api, version, slug, title } = page;
  return {
    id: context.id,
    at: context.at,
    operation: { api, version, slug, title, method: page.method.toUpperCase() },
    address: addressOf(page, values, context),
    request,
    name: '',
    isFavourite: false,
  };
}

/** Made of what is kept, and without credentials: so it cannot hold one. The path as declared where no request can be made. */
function addressOf(page: OperationPage, values: FormValues, context: EntryContext): string {
  const kept = valuesOfPortable(page, portableOf(page, values, context));
  const decision =
    kept.kind === 'values' ? describeRequest(page, kept.values, { serviceUrl: '', key: null, placed: [] }) : null;
  if (decision?.kind !== 'request') return page.path;
  const gateway = `/gateway/${encodeURIComponent(page.api)}/${encodeURIComponent(page.version)}`;
  const { url } = decision.request;
  return url.startsWith(gateway) ? url.slice(gateway.length) : page.path;
}

function outcomeOf(sent: Sent): EntryOutcome {
  if (sent.kind === 'failure') return { kind: 'failed', title: judgeFailure(sent.failure).title };
  const { status, totalMilliseconds, bytes } = sent.answer;
  return { kind: 'answered', status, totalMilliseconds, bytes };
}
