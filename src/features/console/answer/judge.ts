import type { OperationPage } from '../../../../contract/reference-page';
import { isRecord, readProblem, type ProblemPlace } from '../../../portal-client';
import { headerOf, type Answer, type Failure } from './answer';
import { declaredBody } from './contract-check/declared-body';
import { declaredResponse } from './declared-response';
import { essenceOf } from './media-type';

/** Where the fault lies, and what to do: so that nobody looks for it in the wrong place. */
export interface Judgement {
  readonly fault: 'request' | 'contract' | 'gateway' | 'upstream' | 'network' | 'browser' | 'nobody';
  readonly title: string;
  readonly sentence: string;
  /** The portal's own page on it, where the gateway named one. */
  readonly guide: string | null;
  readonly places: readonly ProblemPlace[];
}

const ofGateway = new Set(['internal', 'unavailable', 'storage-full']);
const ofContract = new Set(['api-not-found', 'operation-not-found', 'method-not-allowed', 'not-acceptable']);

/** Null for an answer that is no error and that the contract describes. */
export function judgeAnswer(page: OperationPage, answer: Answer): Judgement | null {
  const declared = declaredResponse(page, answer.status);
  if (answer.status >= 400) return judgeError(answer);
  const type = headerOf(answer, 'content-type');
  const body = declaredBody(page, answer.status, type);
  if (body.kind === 'other-type' && answer.body.kind !== 'none') {
    return judgement(
      'contract',
      `The answer is ${essenceOf(type) || 'of no media type'}, and the contract promises ${body.types.join(' or ')}`,
      'Either the API answers something else than it says, or its description is not complete.',
    );
  }
  if (declared || page.responses.length === 0) return null;
  return judgement(
    'contract',
    `The contract does not describe ${answer.status}`,
    'The answer may be right; the description of this operation does not know it.',
  );
}

function judgeError(answer: Answer): Judgement {
  const document = problemDocument(answer);
  const retryAfter = headerOf(answer, 'retry-after');
  const problem = readProblem(answer.status, document, new Headers(retryAfter ? { 'retry-after': retryAfter } : {}));
  const title = document ? problem.title : `The answer is ${answer.status}`;
  const rest = { guide: problem.guide, places: problem.places };
  const words = problem.detail ?? '';
  if (answer.status === 429) {
    const wait = problem.retryAfterSeconds === null ? 'Wait a little' : `Wait ${problem.retryAfterSeconds} s`;
    return { ...judgement('request', title, `${words} ${wait}, then send again.`.trim()), ...rest };
  }
  if (ofContract.has(problem.code)) return { ...judgement('contract', title, words), ...rest };
  if (ofGateway.has(problem.code))
    return { ...judgement('gateway', title, words || 'Try again in a moment.'), ...rest };
  if (problem.guide !== null && answer.status < 500) return { ...judgement('request', title, words), ...rest };
  if (answer.status >= 500)
    return { ...judgement('upstream', title, words || 'Your request reached the API; the API failed.'), ...rest };
  return { ...judgement('request', title, words || 'The API does not accept this request.'), ...rest };
}

export function judgeFailure(failure: Failure): Judgement {
  switch (failure.kind) {
    case 'offline':
      return judgement('network', 'You are offline', 'Nothing was sent. Send again when you are back.');
    case 'unreachable':
      return judgement(
        'network',
        'No answer',
        'The gateway could not be reached, or something between blocked the request. Send again, or try the curl command.',
      );
    case 'cancelled':
      return judgement(
        'nobody',
        'Cancelled',
        failure.partial
          ? 'You stopped the answer; what had come is below.'
          : 'You stopped the request. It may have had its effect.',
      );
    case 'broken':
      return judgement(
        'network',
        'The answer broke off',
        'The connection ended before the answer did; what had come is below.',
      );
    case 'redirect':
      return judgement(
        'browser',
        'The answer is a redirect',
        'A browser does not let a page see a redirect (3xx). The curl command shows it.',
      );
    case 'too-large':
      return judgement(
        'browser',
        'The answer is larger than 50 MB',
        'The page stopped reading there. The curl command gets all of it.',
      );
    case 'no-credential':
      return judgement('request', 'Not sent: a credential is missing', failure.sentence);
    case 'no-key':
      return judgement('gateway', 'No guest key', failure.sentence);
  }
}

function problemDocument(answer: Answer): Readonly<Record<string, unknown>> | null {
  if (answer.body.kind !== 'text' || !essenceOf(headerOf(answer, 'content-type')).endsWith('json')) return null;
  try {
    const value: unknown = JSON.parse(answer.body.text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function judgement(fault: Judgement['fault'], title: string, sentence: string): Judgement {
  return { fault, title, sentence, guide: null, places: [] };
}
