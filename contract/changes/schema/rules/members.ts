import { breaks, type Direction } from '../../change.ts';
import { memberStep, type SchemaChange, type SchemaRule } from '../schema-change.ts';

/** What the member rules ask of the schemas below, which the facets do not have. */
export interface MemberState {
  /** Whether it may stand in this direction: neither `false`, nor `readOnly` in a request, nor `writeOnly` in an answer. */
  readonly isThere: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
}

export interface Member {
  readonly name: string;
  readonly before: (MemberState & { readonly isRequired: boolean }) | undefined;
  readonly after: (MemberState & { readonly isRequired: boolean }) | undefined;
}

/** A property that came, went, or is required now or no longer. */
export function memberChange({ name, before, after }: Member, direction: Direction): SchemaChange | undefined {
  const step = memberStep(name);
  const was = before?.isThere ? before : undefined;
  const is = after?.isThere ? after : undefined;
  if (was && is) return requiredChange(step, was.isRequired, is.isRequired, direction);
  if (was && after && direction === 'request' && after.isReadOnly) {
    return { rule: 'property-read-only', isBreaking: true, step, text: 'is read only now: it cannot be sent' };
  }
  if (was && after && direction === 'answer' && after.isWriteOnly) {
    return { rule: 'property-write-only', isBreaking: true, step, text: 'is write only now: no answer has it' };
  }
  if (was) return { rule: 'property-removed', isBreaking: true, step, text: 'was removed' };
  if (!is) return undefined;
  if (direction === 'answer') return { rule: 'property-added', isBreaking: false, step, text: 'is new' };
  return is.isRequired
    ? { rule: 'required-property-added', isBreaking: true, step, text: 'is new and required' }
    : { rule: 'property-added', isBreaking: false, step, text: 'is new, optional' };
}

function requiredChange(step: string, was: boolean, is: boolean, direction: Direction): SchemaChange | undefined {
  if (was === is) return undefined;
  const isBreaking = breaks(direction, is ? 'narrower' : 'wider');
  if (is) {
    const text = direction === 'request' ? 'is required now' : 'is always there now';
    return { rule: 'property-required', isBreaking, step, text };
  }
  const text = direction === 'request' ? 'is optional now' : 'can be absent now';
  return { rule: 'property-optional', isBreaking, step, text };
}

/** Whether members without a name of their own are taken. What an answer may have beside is no promise, and not told. */
export const othersChange: SchemaRule = (before, after, direction) => {
  const isClosed = after.additional === false;
  if (direction === 'answer' || isClosed === (before.additional === false)) return [];
  if (![before, after].every(({ properties }) => properties.size > 0)) return [];
  return isClosed
    ? [{ rule: 'others-refused', isBreaking: true, text: 'takes no other members now' }]
    : [{ rule: 'others-taken', isBreaking: false, text: 'takes other members, too, now' }];
};
