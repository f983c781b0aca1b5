import { ProblemError, type ProblemPlace } from './problem.ts';

/** What Ajv and Fastify tell of one violation. */
export interface Violation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The problem that names every place of a request that is not as its schema says. */
export function invalidRequest(room: ProblemPlace['in'], violations: readonly Violation[]): ProblemError {
  const errors = violations.map((violation) => place(room, violation));
  const sentences = errors.map(({ at, message }) => `${room} ${at === '' ? 'as a whole' : at} ${message}`);
  return new ProblemError('request-invalid', { detail: `${sentences.join('; ')}.`, errors });
}

function place(room: ProblemPlace['in'], { instancePath, keyword, message, params }: Violation): ProblemPlace {
  const absent = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const pointer = typeof absent === 'string' ? `${instancePath}/${escape(absent)}` : instancePath;
  return { in: room, at: room === 'body' ? pointer : pointer.slice(1), message: sentence(keyword, params, message) };
}

function sentence(keyword: string, params: Violation['params'], message = 'is not as described'): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not a property that this takes';
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    default:
      return message;
  }
}

/** RFC 6901 §3. */
function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
