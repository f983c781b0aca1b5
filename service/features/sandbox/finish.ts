import type { MediaType, Operation, Response } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { SandboxAnswer } from './answer.ts';
import { jsonOf, statusOf, successOf } from './answer-media.ts';
import { conform } from './conform.ts';
import { declaredError } from './declared-error.ts';
import { examplesOf } from './example.ts';
import type { KnownApi } from './known-api.ts';
import { namedMembers } from './named-members.ts';
import type { Outcome, SandboxRequest } from './scene.ts';

/** Chooses the media type that the client likes best of those that could be sent. */
export type ChooseType = (offered: readonly MediaType[]) => MediaType | undefined;

/** Puts an outcome into the form that the contract declares; the body is made to fit its schema. */
export function finish(known: KnownApi, request: SandboxRequest, outcome: Outcome, choose: ChooseType): SandboxAnswer {
  const { operation } = request;
  if (outcome.kind === 'refused') {
    return declaredError(known, operation, outcome.status, outcome.detail, outcome.example);
  }
  const response = successOf(operation, outcome.prefer);
  const status = statusOf(response, Number(outcome.prefer[0]));
  const headers: Record<string, string> = requiredHeaders(known, response);
  if (outcome.location !== undefined && (status === 201 || declares(response, 'location'))) {
    headers.location = `${request.baseUrl}${outcome.location}`;
  }
  if (outcome.links !== undefined) headers.link = outcome.links;
  if (outcome.etag !== undefined && declares(response, 'etag')) headers.etag = outcome.etag;
  const body = status === 204 || status === 304 ? null : bodyOf(known, response, outcome.value, choose);
  return { kind: 'answer', status, headers, body };
}

function bodyOf(
  known: KnownApi,
  response: Response | undefined,
  value: unknown,
  choose: ChooseType,
): { type: string; value: unknown } | null {
  // A contract that declares no success at all: the thing itself is the best answer.
  if (response === undefined) return value === undefined ? null : { type: 'application/json', value };
  if (response.content.length === 0) return null;
  const json = jsonOf(response);
  const chosen = choose(response.content);
  const example = chosen?.examples[0]?.value;
  // Other types than JSON are answered with what the contract shows; where it shows nothing, JSON is better than nothing.
  if (chosen !== undefined && chosen !== json && (json === undefined || example !== undefined)) {
    if (/[/+]json\b/.test(chosen.type)) return { type: chosen.type, value: fitting(known, chosen, value) };
    return { type: concrete(chosen.type), value: asText(example ?? known.tools.sample(chosen.schema)) };
  }
  if (json === undefined) {
    const first = response.content[0];
    return first === undefined ? null : { type: concrete(first.type), value: asText(known.tools.sample(first.schema)) };
  }
  return { type: json.type, value: fitting(known, json, value) };
}

function fitting(known: KnownApi, media: MediaType, value: unknown): unknown {
  const shown = value ?? examplesOf(known.contract, media)[0] ?? known.tools.sample(media.schema);
  const named = namedMembers(known.contract, known.tools, media.schema, shown);
  return conform(known.contract, known.tools, media.schema, named) ?? null;
}

/** A range is no type to send. */
export function concrete(type: string): string {
  if (!type.includes('*')) return type;
  return type.startsWith('text/') ? 'text/plain' : 'application/octet-stream';
}

export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function declares(response: Response | undefined, name: string): boolean {
  return response?.headers.some((header) => header.name.toLowerCase() === name) === true;
}

/** Headers that the contract promises on every answer, as it shows them. The gateway's own come later and win. */
export function requiredHeaders(
  known: Pick<KnownApi, 'contract' | 'tools'>,
  response: Response | undefined,
): Record<string, string> {
  const required = (response?.headers ?? []).filter((header) => header.required);
  return Object.fromEntries(
    required.map((header) => {
      const shown = header.examples[0]?.value ?? shapeOf(known.contract, header.schema).examples[0];
      return [header.name.toLowerCase(), asText(shown ?? known.tools.sample(header.schema))];
    }),
  );
}

/** The operation's header parameter for idempotency, where the contract declares one. */
export function idempotencyHeader(operation: Operation): string | undefined {
  return operation.parameters.find(({ name, in: room }) => room === 'header' && /^(?:x-)?idempotency-key$/i.test(name))
    ?.name;
}
