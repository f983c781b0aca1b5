import type { Member, Shape } from './shape.ts';

/** The words that the shape of the configuration is written in. */

export const must = (shape: Shape): Member => ({ shape, required: true });
export const may = (shape: Shape): Member => ({ shape, required: false });
export const list = (of: Shape, least: number): Shape => ({ kind: 'list', of, least });
export const object = (members: Readonly<Record<string, Member>>): Shape => ({ kind: 'object', members });
export const matching = (pattern: RegExp, wanted: string): Shape => ({
  kind: 'text',
  wanted,
  accepts: (text) => pattern.test(text),
});

export const text: Shape = { kind: 'text', wanted: 'text' };

export const countUpTo = (most: number): Shape => ({
  kind: 'number',
  wanted: `a whole number from 1 to ${most}`,
  accepts: (value) => Number.isInteger(value) && value >= 1 && value <= most,
});

export const countFromZeroTo = (most: number): Shape => ({
  kind: 'number',
  wanted: `a whole number from 0 to ${most}`,
  accepts: (value) => Number.isInteger(value) && value >= 0 && value <= most,
});
