import { problemMediaType, type ProblemError, toProblemJson } from '../../platform/problem.ts';
import type { AnswerBody, Facts } from './facts.ts';
import { corsHeaders } from './cors.ts';
import { deprecationHeaders } from './deprecation.ts';
import { allowanceHeaders } from './limit.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: AnswerBody;
}

/** What goes back to the client: the upstream's answer, or the gateway's refusal, with what the gateway says itself. */
export function answerOf(facts: Facts, problem: ProblemError | null, siteUrl: string): Answer {
  const answer = problem === null ? facts.answer : refusal(facts, problem, siteUrl);
  if (answer === undefined) throw new Error('The steps went through, and none of them answered.');
  const deprecation = deprecationHeaders(facts, siteUrl);
  const link = [answer.headers.link, deprecation.link].flat().filter((value) => value !== undefined);
  return {
    ...answer,
    headers: {
      'cache-control': 'no-store',
      ...answer.headers,
      ...(facts.allowance !== undefined && allowanceHeaders(facts.allowance)),
      ...deprecation,
      ...(link.length > 0 && { link: link.join(', ') }),
      ...corsHeaders,
      // What an API answers is data, also where somebody opens it as a page of this origin.
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'request-id': facts.request.requestId,
    },
  };
}

function refusal(facts: Facts, problem: ProblemError, siteUrl: string): Answer {
  const value = toProblemJson(problem, { siteUrl, instance: facts.request.requestId });
  const bytes = Buffer.from(JSON.stringify(value));
  const headers = { ...problem.headers, 'content-type': problemMediaType };
  return { status: problem.status, headers, body: { kind: 'bytes', bytes, value } };
}
