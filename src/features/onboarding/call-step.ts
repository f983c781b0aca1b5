import type { JourneyStepConfig } from '../../../contract/portal-config';
import type { OperationPage } from '../../../contract/reference-page';
import {
  judgeAnswer,
  judgeFailure,
  languageOfAnswer,
  openingValues,
  prettyBody,
  rememberedValues,
  rememberMade,
  sendWithKey,
  type Answer,
  type CallPorts,
  type ConsoleMemory,
} from '../console/call';
import { describeRequest, type RequestDescription } from '../console/request';
import type { CallFailure, FirstCallEvent, ShownAnswer, ShownCall } from './first-call-state';

export interface StepPorts extends CallPorts {
  readonly memory: ConsoleMemory;
  readonly loadOperation: (operation: string) => Promise<OperationPage | null>;
  /** Where keys come from: a guest's, or a member's of an organization. */
  readonly keyPath: '/api/v1/guest-keys' | '/api/v1/session-keys';
}

const mostCharacters = 20_000;

/** Does what a step asks for, really, and tells each stage of it. Nothing is thrown. */
export async function callStep(
  step: JourneyStepConfig,
  ports: StepPorts,
  tell: (event: FirstCallEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  tell({ kind: 'pressed', step: step.id });
  if (step.proof.kind === 'key-issued') return getKey(step, ports, tell);
  if (step.proof.kind !== 'traffic') throw new Error(`The step ${step.id} cannot be done by one call.`);
  const page = await ports.loadOperation(step.proof.operation);
  if (!page) {
    const failure = { title: 'The request could not be prepared', sentence: 'Check your connection, and press again.' };
    return tell({ kind: 'failed', step: step.id, failure, answer: null });
  }
  const values = openingValues(page, undefined, rememberedValues(page, ports.memory.lastIds));
  const onRequest = (request: RequestDescription): void =>
    tell({ kind: 'sent', step: step.id, call: shownCall(request) });
  const sent = await sendWithKey(page, values, ports, { onRequest, onPartial: () => undefined }, signal);
  if (signal.aborted) return;
  rememberMade(ports.memory, page, sent);
  if (sent.kind === 'failure') {
    return tell({ kind: 'failed', step: step.id, failure: judgeFailure(sent.failure), answer: null });
  }
  const answer = shownAnswer(sent.answer);
  const judgement = judgeAnswer(page, sent.answer);
  if (sent.answer.status < 400 || !judgement) return tell({ kind: 'answered', step: step.id, answer });
  tell({ kind: 'failed', step: step.id, failure: judgement, answer });
}

async function getKey(step: JourneyStepConfig, ports: StepPorts, tell: (event: FirstCallEvent) => void): Promise<void> {
  tell({ kind: 'sent', step: step.id, call: { method: 'POST', path: ports.keyPath, body: null, answer: null } });
  const isNew = ports.keys.state().kind !== 'have';
  const started = performance.now();
  const obtained = await ports.keys.obtain();
  const milliseconds = isNew ? performance.now() - started : null;
  if (obtained.kind === 'problem') {
    const { title, detail, retryAfterSeconds } = obtained.problem;
    const wait = retryAfterSeconds === null ? 'Press again in a moment.' : `Press again in ${retryAfterSeconds} s.`;
    const failure: CallFailure = { title, sentence: detail ? `${detail} ${wait}` : wait };
    return tell({ kind: 'failed', step: step.id, failure, answer: null });
  }
  const { key, organization, endsAt } = obtained.value;
  // Enough to see that it is one's own; the whole key would only end up in screenshots.
  const body = { key: `${key.slice(0, 13)}…`, organization, expires_at: new Date(endsAt).toISOString() };
  const answer = { status: 201, milliseconds, body: JSON.stringify(body, null, 2), language: 'json' };
  tell({ kind: 'answered', step: step.id, answer });
}

/** What pressing a step's button would send now; null where it cannot be said yet. */
export function previewStep(page: OperationPage, memory: ConsoleMemory): ShownCall | null {
  const values = openingValues(page, undefined, rememberedValues(page, memory.lastIds));
  const decision = describeRequest(page, values, { serviceUrl: '', key: null });
  return decision.kind === 'request' ? shownCall(decision.request) : null;
}

function shownCall({ method, url, content }: RequestDescription): ShownCall {
  const path = url.slice(url.indexOf('/gateway/'));
  return { method, path, body: content.kind === 'text' ? content.text : null, answer: null };
}

function shownAnswer({ status, totalMilliseconds, body, ...head }: Answer): ShownAnswer {
  const language = languageOfAnswer(head);
  const text = body.kind === 'text' ? prettyBody(body.text, language).slice(0, mostCharacters) : '';
  return { status, milliseconds: totalMilliseconds, body: text, language };
}
