import { randomUUID } from 'node:crypto';
import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { textOfPattern } from './pattern-text.ts';
import { pick, type Random } from './random.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

/**
 * A new id of the kind that the contract shows: the next number, a UUID, one by the pattern, or one like the example
 * (`off_01k9z6w3e8` → `off_` and ten other characters). `next` numbers the items of a collection.
 */
export function newIdFor(
  contract: Contract,
  schema: Schema | undefined,
  example: unknown,
  next: number,
  random: Random,
): unknown {
  const shape = shapeOf(contract, schema);
  if (shape.types.has('integer') || (shape.types.has('number') && !shape.types.has('string'))) return next;
  if (typeof example === 'number' && !shape.types.has('string')) return next;
  if (shape.format === 'uuid' || (typeof example === 'string' && isUuid(example))) return randomUUID();
  const like = typeof example === 'string' ? textLike(example, random) : undefined;
  if (like !== undefined && fitsPattern(shape.pattern, like)) return like;
  const made = shape.pattern === undefined ? undefined : textOfPattern(shape.pattern, random);
  if (made !== undefined && fitsPattern(shape.pattern, made)) return made;
  return like ?? pick(lower + digits, 16, random);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Keeps the prefix up to the last separator, and draws as many characters of the same kinds. */
function textLike(example: string, random: Random): string {
  if (/^\d+$/.test(example))
    return `${1 + ((random(1)[0] ?? 0) % 9)}${pick(digits, Math.max(example.length - 1, 0), random)}`;
  const [, prefix = '', rest = ''] = /^(.*[_:.\-/])?([^_:.\-/]*)$/s.exec(example) ?? [];
  const upper = lower.toUpperCase();
  const kinds = [/[a-z]/.test(rest) && lower, /[A-Z]/.test(rest) && upper, /\d/.test(rest) && digits];
  const alphabet = kinds.filter((kind) => kind !== false).join('') || lower + digits;
  return prefix + pick(alphabet, Math.max(rest.length, 8), random);
}

function fitsPattern(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
