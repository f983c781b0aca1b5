import { performance } from 'node:perf_hooks';
import type { Contract, Example, MediaType, Operation, Schema } from './model.ts';
import { describeContractFindings, escapeKey } from './read/index.ts';
import { type Direction, validatorFor } from './validate/index.ts';

interface Stated {
  readonly pointer: string;
  readonly schema: Schema | undefined;
  readonly examples: readonly Example[];
  readonly direction: Direction;
}

/**
 * The declared examples of a contract that contradict their schema, a sentence each with file:line:column. Pages show them all
 * the same; a request like them is refused by the gateway. Checks requests before answers, as far as the time goes: it is for
 * the build, which has seconds, and not for the start of the service.
 */
export async function checkExamples(contract: Contract, { milliseconds }: { milliseconds: number }): Promise<string[]> {
  const validator = validatorFor(contract);
  const end = performance.now() + milliseconds;
  const findings: { pointer: string; sentence: string }[] = [];
  for (const { pointer, schema, examples, direction } of statedExamples(contract)) {
    if (schema === undefined || examples.length === 0) continue;
    if (performance.now() > end) break;
    for (const { name, value } of examples) {
      const [wrong] = validator.validate(schema, value, direction);
      if (!wrong) continue;
      const what = `${wrong.pointer} ${wrong.message}`.trim();
      const at = name === 'default' ? 'example' : `examples/${escapeKey(name)}`;
      findings.push({ pointer: `${pointer}/${at}`, sentence: `${WHAT[direction]} (“${what}”). ${REMEDY[direction]}` });
    }
  }
  return describeContractFindings(contract, findings);
}

const WHAT: Readonly<Record<Direction, string>> = {
  request: "a request's example contradicts its schema",
  response: "an answer's example contradicts its schema",
};
const REMEDY: Readonly<Record<Direction, string>> = {
  request: 'It is shown as it is, and the gateway refuses a request like it.',
  response: 'It is shown as it is.',
};

function* statedExamples({ operations, webhooks }: Contract): Generator<Stated> {
  const all = [...operations, ...webhooks];
  for (const operation of all) yield* ofRequest(operation);
  for (const { pointer, responses } of all) {
    for (const { status, content } of responses) {
      yield* ofContent(content, `${pointer}/responses/${status}`, 'response');
    }
  }
}

function* ofRequest({ parameters, requestBody, pointer }: Operation): Generator<Stated> {
  for (const parameter of parameters) {
    const { schema, examples, mediaType } = parameter;
    if (mediaType === undefined) yield { pointer: parameter.pointer, schema, examples, direction: 'request' };
  }
  yield* ofContent(requestBody?.content ?? [], `${pointer}/requestBody`, 'request');
}

/** Examples of other media types are text, which a schema says little about. */
function* ofContent(content: readonly MediaType[], pointer: string, direction: Direction): Generator<Stated> {
  for (const { type, schema, examples } of content) {
    if (/[/+]json\b/i.test(type))
      yield { pointer: `${pointer}/content/${escapeKey(type)}`, schema, examples, direction };
  }
}
