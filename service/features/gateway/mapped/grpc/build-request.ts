import type { Field, Type } from 'protobufjs';
import { fieldOf, messageOf, type MappedGrpcOperation } from '../../../../../contract/mapped/index.ts';
import type { ExchangeFinding } from '../../../traffic/index.ts';
import { ProblemError, type ProblemPlace } from '../../../../platform/problem.ts';
import type { Facts } from '../../facts.ts';
import { feed, placeOf } from '../feed.ts';
import { setField } from './to-message.ts';

export interface BuiltRequest {
  /** The message on the wire. */
  readonly bytes: Uint8Array;
  /** What of the request no field holds. */
  readonly findings: readonly ExchangeFinding[];
}

/** The message of a call, from what the bindings lead to. Throws `request-invalid` with each value that its field cannot hold. */
export function buildRequest(facts: Facts, { request, bindings }: MappedGrpcOperation): BuiltRequest {
  const members: Record<string, unknown> = {};
  const wrong: ProblemPlace[] = [];
  const findings: ExchangeFinding[] = [];
  for (const { target, source, value } of feed(facts, bindings)) {
    const remarks = { wrong: [] as { at: string; message: string }[], leftOut: [] as string[] };
    const { holder, field } = leadTo(members, request, target.split('.'));
    setField(holder, field, value, '', remarks);
    wrong.push(...remarks.wrong.map(({ at, message }) => placeOf(source, at, message)));
    findings.push(
      ...remarks.leftOut.map((at) => placeOf(source, at, 'has no field in the upstream’s message; it was left out')),
    );
  }
  if (wrong.length > 0) {
    const told = wrong.slice(0, 5).map(({ in: room, at, message }) => `${room} ${at} ${message}`);
    throw new ProblemError('request-invalid', {
      detail: `The API behind the gateway cannot take this request: ${told.join('; ')}.`,
      errors: wrong,
    });
  }
  return { bytes: request.encode(request.create(members)).finish(), findings };
}

/** The messages on the way to a field are made where they are not there. */
function leadTo(
  members: Record<string, unknown>,
  type: Type,
  [name = '', ...rest]: readonly string[],
): { readonly holder: Record<string, unknown>; readonly field: Field } {
  const field = fieldOf(type, name);
  if (!field) throw new Error(`${type.name} has no field "${name}", and the check at the start did not say so.`);
  if (rest.length === 0) return { holder: members, field };
  const inner = messageOf(field);
  if (!inner) throw new Error(`"${name}" of ${type.name} holds no message, and the check at the start did not say so.`);
  const holder = (members[field.name] ??= {}) as Record<string, unknown>;
  return leadTo(holder, inner, rest);
}
