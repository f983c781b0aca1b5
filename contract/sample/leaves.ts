import { sample } from 'openapi-sampler';
import { type MergedSchema, said } from './merged-schema.ts';

/** A text far longer than that is of no use in an example, and a hostile `minLength` would fill the memory. */
const MAXIMUM_LENGTH = 2000;

/** Texts that may fit, the likeliest first. */
export function stringsFor(merged: MergedSchema): string[] {
  const minLength = Math.min(Math.max(0, ...said(merged, 'minLength')), MAXIMUM_LENGTH);
  const maxLength = Math.min(MAXIMUM_LENGTH, ...said(merged, 'maxLength'));
  const format = said(merged, 'format')[0];
  const pattern = said(merged, 'pattern')[0];
  const candidates: string[] = [];
  if (pattern !== undefined) candidates.push(...matching(pattern, minLength));
  if (format !== undefined) candidates.push(text({ format, minLength, maxLength }));
  candidates.push(text({ minLength, maxLength }));
  return candidates.map((candidate) => candidate.slice(0, Math.max(maxLength, 0)));
}

function text(schema: { format?: string; minLength: number; maxLength: number }): string {
  if (schema.format !== undefined && Object.hasOwn(moreFormats, schema.format)) return moreFormats[schema.format] ?? '';
  // An unknown format is looked up among inherited members, too.
  const format = schema.format !== undefined && schema.format in Object.prototype ? undefined : schema.format;
  return String(sample({ ...schema, format, type: 'string' }, { quiet: true }));
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

/** What a pattern's own sampler gives, lengthened by repetition where the pattern lets it. */
function matching(pattern: string, minLength: number): string[] {
  // A repetition of thousands would be written out.
  if (/\{\d{4,}/.test(pattern)) return [];
  try {
    const drawn = String(sample({ type: 'string', pattern }, { enablePatterns: true, quiet: true }));
    const last = drawn.at(-1) ?? 'a';
    const filled = drawn.length < minLength ? drawn + last.repeat(minLength - drawn.length) : drawn;
    return [filled, ...simpleTexts.map((simple) => simple.repeat(Math.max(1, Math.ceil(minLength / simple.length))))];
  } catch {
    return simpleTexts;
  }
}

const simpleTexts = [
  'a',
  'A',
  '1',
  'a1',
  'aA1!',
  'example',
  'Example',
  'example.com',
  '0000-0000',
  '1.0',
  '2026-03-02',
  '#336699',
  '/a',
  'a/b',
  '+15550100',
];

/** The number nearest to 1 that the limits allow. */
export function numberFor(merged: MergedSchema, isInteger: boolean): number {
  const step = Math.max(
    isInteger ? 1 : 0,
    ...said(merged, 'multipleOf').filter((value) => value >= (isInteger ? 1 : 0)),
  );
  const unit = step > 0 ? step : 0.5;
  const lowest = Math.max(
    ...said(merged, 'minimum'),
    ...said(merged, 'exclusiveMinimum').map((limit) => nextAbove(limit, unit)),
    -Number.MAX_SAFE_INTEGER,
  );
  const highest = Math.min(
    ...said(merged, 'maximum'),
    ...said(merged, 'exclusiveMaximum').map((limit) => nextBelow(limit, unit)),
    Number.MAX_SAFE_INTEGER,
  );
  const wanted = Math.min(Math.max(1, lowest), highest);
  if (step === 0) return lowest <= highest || wanted < highest ? wanted : (lowest + highest) / 2;
  const up = Math.ceil(wanted / step) * step;
  return up <= highest ? up : Math.floor(wanted / step) * step;
}

function nextAbove(limit: number, unit: number): number {
  return Math.floor(limit / unit) * unit + unit;
}

function nextBelow(limit: number, unit: number): number {
  return Math.ceil(limit / unit) * unit - unit;
}
