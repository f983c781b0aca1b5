/**
 * What one does not see, or what changes how one sees the rest: controls, format characters such as the bidirectional
 * ones (Trojan Source, CVE-2021-42574), line and paragraph separators.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** As `UNSEEN`, but for a text of several lines with tabs. */
const UNSEEN_IN_LINES = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/u;

/** Half of a character: UTF-8 has no bytes for it. */
export const LONE_SURROGATE = /\p{Cs}/u;

/** True where the text can stand in a raw literal: what one reads is then what is sent, line by line. */
export function isReadable(text: string): boolean {
  return !UNSEEN_IN_LINES.test(text);
}

/** The inside of a literal: `named` gives the escapes of single characters, `unseen` that of any other that is not seen. */
export function escapeText(
  text: string,
  named: Readonly<Record<string, string>>,
  unseen: (codePoint: number) => string,
): string {
  let escaped = '';
  for (const character of text) {
    if (Object.hasOwn(named, character)) escaped += named[character];
    else escaped += UNSEEN.test(character) ? unseen(character.codePointAt(0) ?? 0) : character;
  }
  return escaped;
}

export const hex = (codePoint: number, digits: number): string => codePoint.toString(16).padStart(digits, '0');

/** `\u200b`, in two halves above U+FFFF: JavaScript, Java, Kotlin and C#. */
export function utf16Escape(codePoint: number): string {
  const units = String.fromCodePoint(codePoint);
  return Array.from({ length: units.length }, (_, index) => `\\u${hex(units.charCodeAt(index), 4)}`).join('');
}

/** `\u{200b}`: PHP, Ruby, Swift and Rust. */
export const bracedEscape = (codePoint: number): string => `\\u{${hex(codePoint, 1)}}`;

/** The lines of a text, each but empty ones moved to the right. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** How many `mark` follow each other at most. */
export function longestRun(text: string, mark: RegExp): number {
  return Math.max(0, ...(text.match(mark) ?? []).map((run) => run.length));
}
