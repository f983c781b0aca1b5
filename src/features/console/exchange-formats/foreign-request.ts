/** A name with its value, in the order of the file. A name may come several times. */
export type Pair = readonly [name: string, value: string];

/**
 * A request as a text of another program says it: a curl command, an entry of a HAR file, an item of a collection. Nothing in it is
 * trusted, and nothing of it is run. What the text leaves open (`$ID` in a shell, `{{id}}` in a collection) stands there as `{{id}}`.
 */
export interface ForeignRequest {
  /** What the file calls it; null where it has no name. */
  readonly name: string | null;
  /** Upper case. */
  readonly method: string;
  /** As written, without its fragment. */
  readonly url: string;
  readonly headers: readonly Pair[];
  /** Each `name=value`. */
  readonly cookies: readonly string[];
  /** `user:password` of basic authentication (RFC 7617). */
  readonly user: string | null;
  readonly content: ForeignContent;
  /** What is not taken over, and why, a sentence each. */
  readonly notes: readonly string[];
}

export type ForeignContent =
  | { readonly kind: 'none' }
  /** Its media type is that of the `Content-Type` header, where there is one. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parts'; readonly parts: readonly ForeignPart[] }
  /** The content of a file, of which only the name is known. */
  | { readonly kind: 'file'; readonly fileName: string };

/** A part of a multipart body (RFC 7578): a text, or a file, of which only the name is known. */
export type ForeignPart =
  | { readonly name: string; readonly text: string; readonly type?: string }
  | { readonly name: string; readonly fileName: string };

export type FormatId = 'curl' | 'http' | 'postman' | 'har';

/** What became of a text: requests, or why there are none and what to do about it. */
export type Reading =
  | { readonly kind: 'requests'; readonly format: FormatId; readonly requests: readonly ForeignRequest[] }
  | { readonly kind: 'problem'; readonly sentence: string; readonly remedy: string };

export function problem(sentence: string, remedy: string): Extract<Reading, { kind: 'problem' }> {
  return { kind: 'problem', sentence, remedy };
}

/** A header's value; the last one where it comes several times. */
export function headerOf({ headers }: Pick<ForeignRequest, 'headers'>, name: string): string | undefined {
  return headers.findLast(([other]) => other.toLowerCase() === name)?.[1];
}

/** `{{name}}`: a value that the text leaves open. */
export const OPEN_VALUE = /\{\{\s*([\w.$:-]+)\s*\}\}/;

/** The beginning of a text on one line, for a sentence about it. */
export function excerpt(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
