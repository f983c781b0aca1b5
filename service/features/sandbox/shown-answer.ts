import type { Contract, MediaType, Operation, Response } from '../../../contract/model.ts';
import type { SandboxAnswer } from './answer.ts';
import { jsonOf, statusOf, successOf } from './answer-media.ts';
import { conform } from './conform.ts';
import { type ContractTools, contractTools } from './contract-tools.ts';
import { errorResponse, told } from './declared-error.ts';
import { examplesOf } from './example.ts';
import { asText, type ChooseType, concrete, requiredHeaders } from './finish.ts';

/** Which of an operation's declared answers is wanted. */
export interface ShownWish {
  readonly status?: number;
  /** The name of an example, as the contract has it. */
  readonly example?: string;
  /** Made from the schema, also where the contract shows examples. */
  readonly isDynamic?: boolean;
  /** What happened, for an error that has a place for it. */
  readonly detail?: string;
  /** Of several examples the one that is about this. */
  readonly topic?: RegExp;
}

/** A declared answer, or what the contract has instead of what was wanted. */
export type ShownAnswer =
  | (SandboxAnswer & { readonly kind: 'answer' })
  | { readonly kind: 'no-status'; readonly statuses: readonly string[] }
  | { readonly kind: 'no-example'; readonly names: readonly string[] };

interface Shower {
  readonly contract: Contract;
  readonly tools: ContractTools;
}

/** An answer as the contract declares it, valid by its schema: nothing is read, nothing is done. */
export function shownAnswer(
  contract: Contract,
  operation: Operation,
  wish: ShownWish,
  choose: ChooseType,
): ShownAnswer {
  const found = find(operation, wish);
  if ('kind' in found) return found;
  const { response } = found;
  const shower = { contract, tools: contractTools(contract) };
  const status = statusOf(response, wish.status ?? 200);
  const headers = requiredHeaders(shower, response);
  const hasBody = status >= 200 && status !== 204 && status !== 304;
  const media = hasBody ? (found.media ?? mediaOf(response, choose)) : undefined;
  return { kind: 'answer', status, headers, body: media ? bodyOf(shower, media, status, wish) : null };
}

function find(operation: Operation, wish: ShownWish): { response: Response; media?: MediaType } | ShownAnswer {
  const { status, example } = wish;
  const responses = status === undefined ? operation.responses : [declared(operation, status)].filter(isThere);
  const none = { kind: 'no-status', statuses: operation.responses.map((response) => response.status) } as const;
  if (example !== undefined) {
    const shown = responses.flatMap((response) => response.content.map((media) => ({ response, media })));
    const named = shown.find(({ media }) => media.examples.some(({ name }) => name === example));
    const names = new Set(shown.flatMap(({ media }) => media.examples.map(({ name }) => name)));
    return named ?? (responses.length === 0 ? none : { kind: 'no-example', names: [...names] });
  }
  const response = status === undefined ? successOf(operation) : responses[0];
  return response === undefined ? none : { response };
}

/** A `default` answer is taken for an error, never for a success that is not declared. */
function declared(operation: Operation, status: number): Response | undefined {
  const found = errorResponse(operation, status);
  return status < 400 && found?.status.toLowerCase() === 'default' ? undefined : found;
}

function mediaOf(response: Response, choose: ChooseType): MediaType | undefined {
  return choose(response.content) ?? jsonOf(response) ?? response.content[0];
}

function bodyOf({ contract, tools }: Shower, media: MediaType, status: number, wish: ShownWish) {
  const named = media.examples.find(({ name }) => name === wish.example)?.value;
  const examples = wish.isDynamic ? [] : examplesOf(contract, media);
  const about = examples.find((example) => wish.topic?.test(JSON.stringify(example)));
  const shown = named ?? about ?? examples[0] ?? tools.sample(media.schema);
  if (!/[/+]json\b/i.test(media.type)) return { type: concrete(media.type), value: asText(shown) };
  const isAsShown = named !== undefined || status < 400 || wish.detail === undefined;
  const value = isAsShown ? shown : told(shown, status, wish.detail);
  return { type: media.type, value: conform(contract, tools, media.schema, value) ?? null };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
