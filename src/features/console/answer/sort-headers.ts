import type { OperationPage } from '../../../../contract/reference-page';
import type { AnswerHead } from './answer';
import { declaredResponse } from './declared-response';

export interface ShownHeader {
  readonly name: string;
  /** Null for one that the contract promises and that is not there. */
  readonly value: string | null;
  /** The contract's words on it, sanitised at build time; '' where it has none. */
  readonly descriptionHtml: string;
}

/**
 * The headers that the contract describes for this status, in its order and with its words, also those that it promises in vain; then the
 * others, with what the contract says of them elsewhere.
 */
export function sortHeaders(
  headers: AnswerHead['headers'],
  page: Pick<OperationPage, 'responses'>,
  status: number,
): readonly ShownHeader[] {
  const declared = declaredResponse(page, status)?.headers ?? [];
  const elsewhere = page.responses.flatMap((response) => response.headers);
  const isNamed = (name: string) => (one: { readonly name: string }) => one.name.toLowerCase() === name.toLowerCase();
  const placeOf = (name: string): number => {
    const place = declared.findIndex(isNamed(name));
    return place === -1 ? declared.length : place;
  };
  const there = headers.map(([name, value]): ShownHeader => {
    const description = (declared.find(isNamed(name)) ?? elsewhere.find(isNamed(name)))?.descriptionHtml ?? '';
    return { name, value, descriptionHtml: description };
  });
  const missing = declared
    .filter(({ name, required }) => required && !there.some(isNamed(name)))
    // The media type is said by the content (OpenAPI 3.1 §4.8.16).
    .filter(({ name }) => name.toLowerCase() !== 'content-type')
    .map(({ name, descriptionHtml }): ShownHeader => ({ name, value: null, descriptionHtml }));
  return [...there, ...missing].toSorted((a, b) => placeOf(a.name) - placeOf(b.name));
}
