import { sample } from 'openapi-sampler';
import { type MergedSchema, said } from './merged-schema.ts';
import { textsForPattern } from './pattern-text.ts';

/** A text far longer than that is of no use in an example, and a hostile `minLength` would fill the memory. */
const MAXIMUM_LENGTH = 2000;

/** Texts that may fit, the likeliest first. */
export function stringsFor(merged: MergedSchema): string[] {
  const minLength = Math.min(Math.max(0, ...said(merged, 'minLength')), MAXIMUM_LENGTH);
  const maxLength = Math.min(MAXIMUM_LENGTH, ...said(merged, 'maxLength'));
  const format = said(merged, 'format')[0];
  const pattern = said(merged, 'pattern')[0];
  const candidates: string[] = [];
  if (pattern !== undefined) candidates.push(...textsForPattern(pattern, minLength));
  if (format !== undefined) candidates.push(text({ format, minLength, maxLength }));
  candidates.push(text({ minLength, maxLength }));
  return candidates.map((candidate) => candidate.slice(0, Math.max(maxLength, 0)));
}

function text({ format, minLength, maxLength }: { format?: string; minLength: number; maxLength: number }): string {
  if (format !== undefined && Object.hasOwn(moreFormats, format)) return moreFormats[format] ?? '';
  // The sampler looks an unknown format up among inherited members, too, and complains of lengths beside a date.
  if (format !== undefined && !(format in Object.prototype))
    return String(sample({ type: 'string', format }, { quiet: true }));
  return String(sample({ type: 'string', minLength, maxLength }, { quiet: true }));
}

/** What the sampler does not know, or answers with something that the format does not allow. */
const moreFormats: Readonly<Record<string, string>> = {
  byte: 'aGVsbG8=',
  duration: 'P1D',
  time: '14:15:22Z',
  uri: 'https://example.com',
  url: 'https://example.com',
  regex: '^[a-z]+$',
  email: 'ada@example.com',
};

/** The number nearest to 1 that the limits allow. */
export function numberFor(merged: MergedSchema, isInteger: boolean): number {
  const steps = said(merged, 'multipleOf').map((step) => (isInteger && !Number.isInteger(step) ? 1 : step));
  const step = Math.max(isInteger ? 1 : 0, ...steps);
  return step > 0 ? steppedNumber(merged, step) : freeNumber(merged);
}

function steppedNumber(merged: MergedSchema, step: number): number {
  const lowest = Math.max(
    ...said(merged, 'minimum').map((limit) => Math.ceil(limit / step) * step),
    ...said(merged, 'exclusiveMinimum').map((limit) => Math.floor(limit / step) * step + step),
    -Infinity,
  );
  const highest = Math.min(
    ...said(merged, 'maximum').map((limit) => Math.floor(limit / step) * step),
    ...said(merged, 'exclusiveMaximum').map((limit) => Math.ceil(limit / step) * step - step),
    Infinity,
  );
  return Math.min(Math.max(Math.ceil(1 / step) * step, lowest), highest);
}

function freeNumber(merged: MergedSchema): number {
  const outside = {
    low: Math.max(-Infinity, ...said(merged, 'exclusiveMinimum')),
    high: Math.min(Infinity, ...said(merged, 'exclusiveMaximum')),
  };
  const lowest = Math.max(outside.low, ...said(merged, 'minimum'));
  const highest = Math.min(outside.high, ...said(merged, 'maximum'));
  const wanted = Math.min(Math.max(1, lowest), highest);
  if (wanted > outside.low && wanted < outside.high) return wanted;
  if (Number.isFinite(lowest) && Number.isFinite(highest)) return (lowest + highest) / 2;
  return wanted <= outside.low ? outside.low + 1 : outside.high - 1;
}
