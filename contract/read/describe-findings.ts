import type { Finding } from './description/index.ts';
import { describePlace } from './portal-error.ts';
import type { Position, Source } from './source/index.ts';

/** The same thing in more places than this is told once. */
const MAXIMUM_ALIKE = 5;
/** And no list is longer: enough to begin with. */
const MAXIMUM_SENTENCES = 200;

/**
 * What was found in a description, a sentence each behind its place (`openapi/x.yaml:12:5: …`). What is alike but for its names
 * and found often is one sentence, with how often and the first places: a sloppy description has thousands.
 */
export function describeFindings(findings: readonly Finding[], source: Source): string[] {
  // What several operations refer to is found several times.
  const unique = [...new Map(findings.map((finding) => [`${finding.pointer} ${finding.sentence}`, finding])).values()];
  const groups = [...Map.groupBy(unique, ({ sentence }) => patternOf(sentence)).values()].flatMap((alike) =>
    alike.length > MAXIMUM_ALIKE ? [alike] : alike.map((finding) => [finding]),
  );
  const shown = groups.slice(0, MAXIMUM_SENTENCES);
  if (shown.length === 0) return [];
  const positions = source.locate(
    shown.flatMap((alike) => alike.slice(0, MAXIMUM_ALIKE).map(({ pointer }) => pointer)),
  );
  const sentences = shown.map((alike) => describeGroup(alike, source.file, positions));
  const rest = groups.length - shown.length;
  return rest === 0 ? sentences : [...sentences, `${describePlace({ file: source.file })}: ${rest} more of these.`];
}

function describeGroup(alike: readonly Finding[], file: string, positions: ReadonlyMap<string, Position>): string {
  const [first, ...others] = alike;
  if (!first) return '';
  const told = `${describePlace({ file, ...positions.get(first.pointer) })}: ${writtenOut(first.sentence)}`;
  if (others.length === 0) return told;
  const places = others.slice(0, MAXIMUM_ALIKE - 1).map(({ pointer }) => shortPlace(positions.get(pointer)));
  return `${told} ${others.length} more like this: ${places.join(', ')}${others.length > places.length ? ' …' : ''}`;
}

function shortPlace(position: Position | undefined): string {
  const { file, line, column } = position ?? { line: 1, column: 1 };
  return file === undefined ? `${line}:${column}` : describePlace({ file, line, column });
}

/** A sentence without the names and numbers that tell it from others of its kind. */
function patternOf(sentence: string): string {
  return sentence.replace(/"[^"]*"|“[^”]*”|\{[^}]*\}|\d+/g, '…');
}

/** Names are the author's: what would steer a terminal, or turn the direction of its text, is written as JSON writes it. */
function writtenOut(sentence: string): string {
  return sentence.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
