/** The texts that proto3's JSON mapping has for some messages: https://protobuf.dev/programming-guides/json/ */

const timestamp = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|[+-]\d{2}:\d{2})$/i;
const duration = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;

/** Seconds and nanoseconds, both of the same sign for a duration. Seconds are text: they can be more than a number holds. */
export interface Instant {
  readonly seconds: string;
  readonly nanos: number;
}

/** RFC 3339, of the years 1 to 9999; null where the text is no time. */
export function parseTimestamp(text: string): Instant | null {
  const found = timestamp.exec(text);
  if (!found) return null;
  const ms = Date.parse(text.replace(/\.\d+/, '').toUpperCase());
  // `Date.parse` takes 30 February for a day of March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  if (Number.isNaN(ms) || !isDay || text.startsWith('0000')) return null;
  return { seconds: String(ms / 1000), nanos: nanosOf(found[7]) };
}

/** In UTC, with as many groups of three digits behind the point as are needed. */
export function formatTimestamp({ seconds, nanos }: Instant): string {
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction(nanos)}Z`;
}

/** `1.5s`; null where the text is none. */
export function parseDuration(text: string): Instant | null {
  const found = duration.exec(text);
  if (!found) return null;
  const [, sign, seconds = '0', digits] = found;
  const nanos = nanosOf(digits);
  return sign === '-' ? { seconds: `-${seconds}`, nanos: nanos === 0 ? 0 : -nanos } : { seconds, nanos };
}

export function formatDuration({ seconds, nanos }: Instant): string {
  const isNegative = seconds.startsWith('-') || nanos < 0;
  return `${isNegative ? '-' : ''}${seconds.replace('-', '')}${fraction(Math.abs(nanos))}s`;
}

/** `owner.displayName,size` → `owner.display_name`, `size`. */
export function parseFieldMask(text: string): readonly string[] {
  if (text === '') return [];
  return text.split(',').map((path) => path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

export function formatFieldMask(paths: readonly string[]): string {
  return paths.map((path) => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())).join(',');
}

function nanosOf(digits = ''): number {
  return Number(digits.padEnd(9, '0'));
}

function fraction(nanos: number): string {
  if (nanos === 0) return '';
  const digits = String(nanos).padStart(9, '0');
  const length = digits.endsWith('000000') ? 3 : digits.endsWith('000') ? 6 : 9;
  return `.${digits.slice(0, length)}`;
}
