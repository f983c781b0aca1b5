import type { FeedbackItem, FeedbackItemState } from '../../../portal-client';

export const stateNames: Readonly<Record<FeedbackItemState, string>> = {
  new: 'New',
  'needs-answer': 'Needs an answer',
  accepted: 'Accepted',
  planned: 'Planned',
  shipped: 'Shipped',
  declined: 'Declined',
};

export const kindNames: Readonly<Record<FeedbackItem['kind'], string>> = {
  page: 'Page',
  quote: 'Passage',
  sample: 'Sample',
  exchange: 'Exchange',
  step: 'Step',
  search: 'Search',
};

const heldWords: Readonly<Record<NonNullable<FeedbackItem['held']>, string>> = {
  trap: 'A field was filled in that people do not see.',
  'no-proof': 'It came without a proof of work: by a form without JavaScript, or by a program.',
  'proof-reused': 'Its proof of work was used before.',
  'too-quick': 'It was written faster than anybody writes.',
};

export function heldBecause({ held }: Pick<FeedbackItem, 'held'>): string | null {
  return held === null ? null : heldWords[held];
}

/** What it is about, in a few words. */
export function headline(item: FeedbackItem): string {
  if (item.kind === 'search') return `Nothing was found for “${item.query ?? ''}”`;
  if (item.kind === 'step') return `Step ${item.step ?? ''} of ${item.journey ?? ''}`;
  if (item.kind === 'sample') return `The ${item.language ?? ''} sample does not work`;
  if (item.kind === 'quote') return 'Something is wrong here';
  if (item.kind === 'exchange') return item.operation ?? 'An exchange';
  return item.helpful === true ? 'The page was helpful' : 'The page was not helpful';
}

export function saidBy({
  person,
  organization,
  email,
}: Pick<FeedbackItem, 'person' | 'organization' | 'email'>): string {
  const name = [person, organization].filter(Boolean).join(', ');
  return name || (email ?? 'Anonymous');
}
