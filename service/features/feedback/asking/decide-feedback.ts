import type { FeedbackContext, FeedbackItem, FeedbackKind, Quote } from '../items/item.ts';
import { storable, textOrNull } from './storable.ts';

/** What was sent, valid by the contract's schema. */
export interface AskedFields {
  readonly kind?: FeedbackKind;
  readonly page: string;
  readonly page_text?: string;
  readonly helpful?: boolean;
  readonly reason?: string;
  readonly comment?: string;
  readonly quote?: { readonly text: string; readonly before?: string; readonly after?: string };
  readonly api?: string;
  readonly version?: string;
  readonly operation?: string;
  readonly language?: string;
  readonly journey?: string;
  readonly step?: string;
  readonly query?: string;
  /** The id of an exchange, or the `Request-Id` of its answer. */
  readonly exchange?: string;
  readonly email?: string;
}

type Field = 'page' | 'reason' | 'helpful' | 'quote' | 'language' | 'exchange' | 'journey' | 'step' | 'query';

export type AskedItem = Pick<
  FeedbackItem,
  'kind' | 'page' | 'pageText' | 'helpful' | 'reason' | 'comment' | 'context' | 'email'
>;

export type FeedbackDecision =
  | { readonly kind: 'accepted'; readonly item: AskedItem; readonly exchange: string | null }
  | { readonly kind: 'refused'; readonly at: `/${Field}`; readonly message: string };

/** Without these an item of the kind is about nothing. */
const neededBy: Readonly<Record<FeedbackKind, readonly Field[]>> = {
  page: ['helpful'],
  quote: ['quote'],
  sample: ['language'],
  exchange: ['exchange'],
  step: ['journey', 'step'],
  search: ['query'],
};

/** Whether the fields make a feedback item, and which; `reasons` are the ids that may be given. Empty text counts as none. */
export function decideFeedback(fields: AskedFields, reasons: readonly string[]): FeedbackDecision {
  const kind = fields.kind ?? 'page';
  const page = storable(fields.page);
  if (page !== fields.page) return { kind: 'refused', at: '/page', message: 'holds control characters' };
  const isAboutOperation = kind === 'exchange' && !isEmpty(fields.operation);
  const missing = isAboutOperation ? undefined : neededBy[kind].find((name) => isEmpty(fields[name]));
  if (missing !== undefined) {
    return { kind: 'refused', at: `/${missing}`, message: `is required where the kind is ${kind}` };
  }
  const reason = textOrNull(fields.reason);
  if (reason !== null && !reasons.includes(reason)) {
    return {
      kind: 'refused',
      at: '/reason',
      message: `must be one of ${reasons.join(', ') || '(no reason is configured)'}`,
    };
  }
  const item = {
    ...{ kind, page, reason, helpful: fields.helpful ?? null, comment: textOrNull(fields.comment) },
    ...{ pageText: fields.page_text ?? null, email: textOrNull(fields.email), context: contextOf(fields) },
  };
  return { kind: 'accepted', item, exchange: textOrNull(fields.exchange) };
}

function isEmpty(value: AskedFields[keyof AskedFields]): boolean {
  if (typeof value === 'object') return textOrNull(value.text) === null;
  return value === undefined || (typeof value === 'string' && textOrNull(value) === null);
}

const names = ['api', 'version', 'operation', 'language', 'journey', 'step', 'query'] as const;

function contextOf(fields: AskedFields): FeedbackContext {
  const told = names.flatMap((name) => {
    const text = textOrNull(fields[name]);
    return text === null ? [] : [[name, text] as const];
  });
  const quote = quoteOf(fields.quote);
  return { ...Object.fromEntries(told), ...(quote && { quote }) };
}

function quoteOf(quote: AskedFields['quote']): Quote | undefined {
  if (quote === undefined || textOrNull(quote.text) === null) return undefined;
  return { text: storable(quote.text), before: storable(quote.before ?? ''), after: storable(quote.after ?? '') };
}
