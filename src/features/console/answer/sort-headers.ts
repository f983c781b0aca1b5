import type { ResponseView } from '../../../../contract/reference-page';
import type { AnswerHead } from './answer';

export interface ShownHeader {
  readonly name: string;
  readonly value: string;
  /** The contract's words on it, sanitised at build time; '' where it has none. */
  readonly descriptionHtml: string;
}

/** The headers that the contract describes, in its order and with its words; then the others. */
export function sortHeaders(headers: AnswerHead['headers'], declared: ResponseView | null): readonly ShownHeader[] {
  const order = (declared?.headers ?? []).map(({ name }) => name.toLowerCase());
  const shown = headers.map(([name, value]): ShownHeader & { readonly place: number } => {
    const place = order.indexOf(name.toLowerCase());
    const description = declared?.headers[place]?.descriptionHtml ?? '';
    return { name, value, descriptionHtml: description, place: place === -1 ? order.length : place };
  });
  return shown
    .toSorted((a, b) => a.place - b.place)
    .map(({ name, value, descriptionHtml }) => ({ name, value, descriptionHtml }));
}
