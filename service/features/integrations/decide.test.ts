import { describe, expect, test } from 'vitest';
import { decideReview, decideSubmission, missingOf, stateAfterEdit } from './decide.ts';
import { draftStates, emptyContent } from './listing.ts';
import { aListing, anApproved, halden } from './listing.fixture.ts';

describe('a draft', () => {
  test('that is edited is taken back from review, and keeps the words it was sent back with', () => {
    expect(draftStates.map((state) => [state, stateAfterEdit(state)])).toEqual([
      ['draft', 'draft'],
      ['in-review', 'draft'],
      ['returned', 'returned'],
      ['approved', 'draft'],
    ]);
  });

  test('lacks all that a reader needs until it is there', () => {
    expect(missingOf(emptyContent).map(({ at }) => at)).toEqual([
      ...['/name', '/summary', '/description', '/kind', '/links/website', '/apis'],
    ]);
    expect(missingOf(halden)).toEqual([]);
  });

  test.each([
    ['draft', 'change'],
    ['returned', 'change'],
    ['in-review', 'refused'],
    ['approved', 'refused'],
  ] as const)('in state %s: its submission is a %s', (state, want) => {
    expect(decideSubmission({ state }).kind).toBe(want);
  });
});

describe('a review', () => {
  const inReview = aListing({ state: 'in-review', draft: halden });
  const changed = { ...anApproved('org_1', 'halden'), state: 'in-review' as const };

  test.each([
    ['approved', inReview, '', { state: 'approved', approved: 'draft' }],
    ['approved', changed, '', { state: 'approved', approved: 'draft' }],
    ['returned', inReview, 'Why', { state: 'returned', approved: 'stays' }],
    ['returned', changed, 'Why', { state: 'returned', approved: 'stays' }],
    ['unpublished', anApproved('org_1', 'halden'), 'Why', { state: 'returned', approved: 'none' }],
    ['unpublished', changed, 'Why', { state: 'in-review', approved: 'none' }],
  ] as const)('%s: what is public and what becomes of the draft', (word, listing, note, change) => {
    expect(decideReview(listing, word, note)).toEqual({ kind: 'change', change });
  });

  test.each([
    ['approved', aListing({ draft: halden }), ''],
    ['approved', anApproved('org_1', 'halden'), ''],
    ['returned', aListing({ draft: halden }), 'Why'],
    ['returned', inReview, ''],
    ['unpublished', inReview, 'Why'],
    ['unpublished', anApproved('org_1', 'halden'), ''],
  ] as const)('%s is refused where there is nothing to say it of, or nothing is said', (word, listing, note) => {
    expect(decideReview(listing, word, note)).toMatchObject({ kind: 'refused' });
  });
});
