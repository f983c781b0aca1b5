import type { Operation, Schema } from '../model.ts';
import type { ConfigPath, ConfigProblem } from '../read/portal/shape.ts';

/** The answer that a mapped operation gives when all goes well. */
export interface Promised {
  readonly status: number;
  /** The media type and schema of its body; undefined: it has none. */
  readonly body?: { readonly type: string; readonly schema: Schema | undefined };
}

/** Which of the contract's answers is given. What is not JSON cannot be: a problem, then. Pure. */
export function promisedBy(
  operation: Operation,
  wanted: number | undefined,
  path: ConfigPath,
): { readonly promised: Promised; readonly problems: readonly ConfigProblem[] } {
  const declared = operation.responses.map(({ status }) => status.toUpperCase());
  const first = declared.find((status) => status.startsWith('2')) ?? '200';
  const status = wanted ?? Number(first.replaceAll('X', '0'));
  const fitting = [String(status), `${Math.floor(status / 100)}XX`, 'DEFAULT'];
  const response = fitting.flatMap((one) => operation.responses.filter((each) => each.status.toUpperCase() === one))[0];
  if (response === undefined && declared.length > 0) {
    const sentence = `${operation.id} declares no answer ${status}. It has ${operation.responses.map((each) => each.status).join(', ')}.`;
    return { promised: { status }, problems: [{ path: [...path, 'status'], sentence }] };
  }
  const content = response?.content ?? [];
  const json = content.find(({ type }) => /\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(type) || type === '*/*');
  if (content.length > 0 && json === undefined) {
    const types = content.map(({ type }) => type).join(' or ');
    const sentence = `${operation.id} answers with ${types}, and only JSON can be made here. Name the operation under "without", or declare JSON.`;
    return { promised: { status }, problems: [{ path, sentence }] };
  }
  if (json === undefined) return { promised: { status }, problems: [] };
  const type = json.type === '*/*' ? 'application/json' : json.type;
  return { promised: { status, body: { type, schema: json.schema } }, problems: [] };
}
