/** What a reader said about a page. */
export interface Feedback {
  readonly id: string;
  readonly receivedAt: Date;
  /** The page's path on the site. */
  readonly page: string;
  readonly helpful: boolean;
  /** The id of a reason of `portal.config.ts`. */
  readonly reason: string | null;
  readonly comment: string | null;
}

export interface FeedbackFields {
  readonly page: string;
  readonly helpful: boolean;
  readonly reason?: string;
  readonly comment?: string;
}

export type FeedbackDecision =
  | { readonly kind: 'accepted'; readonly item: Omit<Feedback, 'id' | 'receivedAt'> }
  | { readonly kind: 'refused'; readonly at: '/page' | '/reason'; readonly message: string };

/** Whether the fields make a feedback item, and which; `reasons` are the ids that may be given. Empty text counts as none. */
export function decideFeedback(fields: FeedbackFields, reasons: readonly string[]): FeedbackDecision {
  const page = storable(fields.page);
  if (page !== fields.page) return { kind: 'refused', at: '/page', message: 'holds control characters' };
  const reason = textOrNull(fields.reason);
  if (reason !== null && !reasons.includes(reason)) {
    return {
      kind: 'refused',
      at: '/reason',
      message: `must be one of ${reasons.join(', ') || '(no reason is configured)'}`,
    };
  }
  return { kind: 'accepted', item: { page, helpful: fields.helpful, reason, comment: textOrNull(fields.comment) } };
}

function textOrNull(text = ''): string | null {
  const kept = storable(text).trim();
  return kept === '' ? null : kept;
}

/**
 * The text without what no reader typed and a database or terminal may choke on: control characters other than tab and
 * line end (PostgreSQL refuses U+0000), and halves of surrogate pairs. Line ends of forms (CR LF) become LF.
 */
function storable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '');
}
