import type { OperationPage } from '../../../../contract/reference-page';
import type { AnswerFinding } from './contract-check/answer-finding';

export interface ReportedAnswer {
  readonly page: Pick<OperationPage, 'api' | 'version' | 'id' | 'method' | 'path'>;
  readonly status: number;
  readonly requestId: string | null;
  readonly findings: readonly AnswerFinding[];
}

const mostFindings = 5;

/**
 * What a report says of an answer: the operation as the contract has it, the status, the request's id, and where the answer is not as the
 * contract says. Nothing of what was sent or came back: no address, header, body or credential, and of a finding only its place in the schema.
 */
export function reportWords({ page, status, requestId, findings }: ReportedAnswer): string {
  const breaches = findings.filter(({ weight }) => weight === 'breach').slice(0, mostFindings);
  return [
    `${page.method.toUpperCase()} ${page.path} (${page.api} ${page.version}, ${page.id}) answered ${status}.`,
    ...(requestId === null ? [] : [`Request: ${requestId}`]),
    ...breaches.map(
      ({ pointer, expected, got }) => `At ${placeOf(pointer)}: expected ${expected}, got ${kindOf(got)}.`,
    ),
    '',
  ].join('\n');
}

/** Names of members may be data: only where an item stands in a list is left out, too. */
function placeOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/…') || 'the whole';
}

/** `the string "Ada"` without Ada. */
function kindOf(got: string): string {
  return (
    /^(the (?:string|number)|an (?:object|array)|nothing|null|true|false)\b/.exec(got)?.[1]?.replace(/^the /, 'a ') ??
    'something else'
  );
}
