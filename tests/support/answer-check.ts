import type { Contract, Response } from '../../contract/model.ts';
import { validatorFor } from '../../contract/validate/index.ts';

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Null: none, or a stream. */
  readonly body: string | null;
}

/** Says in sentences what of an answer is not as the contract describes the operation's answers. */
export function answerCheck(contract: Contract): (operationId: string, answer: GivenAnswer) => string[] {
  const validator = validatorFor(contract);
  return (operationId, { status, headers, body }) => {
    const operation = contract.operations.find(({ id }) => id === operationId);
    if (operation === undefined) return [`there is no operation ${operationId}`];
    const described = responseFor(operation.responses, status);
    if (described === undefined) return [`${operationId} answers ${status}, which is not described`];
    const absent = described.headers
      .filter(({ name, required }) => required && headers[name.toLowerCase()] === undefined)
      .map(({ name }) => `${operationId} ${status} has no header ${name}`);
    if (body === null || body === '') return absent;
    const type = String(headers['content-type']).split(';', 1)[0];
    const media = described.content.find((candidate) => candidate.type === type);
    if (media === undefined) return [...absent, `${operationId} ${status} answers as ${type}, which is not described`];
    if (!type?.endsWith('json')) return absent;
    const findings = validator.validate(media.schema ?? true, JSON.parse(body), 'response');
    const wrong = findings.map(({ pointer, message }) => `${operationId} ${status} ${pointer} ${message}`);
    return [...absent, ...wrong];
  };
}

/** OpenAPI 3.1 §4.8.16: the status, else its class, else `default`, which here stands for problems only. */
function responseFor(responses: readonly Response[], status: number): Response | undefined {
  const named = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  return (
    named(String(status)) ?? named(`${Math.floor(status / 100)}XX`) ?? (status >= 400 ? named('DEFAULT') : undefined)
  );
}
