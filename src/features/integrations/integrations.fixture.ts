import type {
  IntegrationEntry,
  IntegrationsCalls,
  ListingContent,
  Outcome,
  OwnListing,
  PortalProblem,
  ReviewedListing,
} from '../../portal-client';

export const ok = <Value>(value: Value): Outcome<Value> => ({ kind: 'ok', value });

export function refused(code: string, places: PortalProblem['places'] = []): Outcome<never> {
  const nothing = { retryAfterSeconds: null, guide: null };
  const problem = {
    kind: 'refused',
    code,
    status: 400,
    title: 'Refused',
    detail: `Because of ${code}.`,
    places,
  } as const;
  return { kind: 'problem', problem: { ...problem, ...nothing } };
}

export const choices = {
  apis: [
    { id: 'cardea/v2', label: 'Cardea API v2' },
    { id: 'cardea/v1', label: 'Cardea API v1' },
  ],
  categories: [{ id: 'wallets', label: 'Wallets' }],
};

export function anEntry(difference: Partial<IntegrationEntry> = {}): IntegrationEntry {
  return {
    slug: 'halden-campus',
    name: 'Halden Campus',
    summary: 'Diplomas on the day they are earned.',
    kind: 'complementary',
    logo: null,
    apis: [{ id: 'cardea/v2', label: 'Cardea API v2', seen: true }],
    categories: [],
    launched_at: '2026-11-21T10:00:00Z',
    ...difference,
  };
}

export const content: ListingContent = {
  name: 'Halden Campus',
  summary: 'Diplomas on the day they are earned.',
  description: 'It watches the register.',
  kind: 'complementary',
  links: { website: 'https://campus.halden.example/', docs: null, support: null },
  apis: ['cardea/v2'],
  categories: [],
  logo: null,
};

export function aListing(difference: Partial<OwnListing> = {}): OwnListing {
  return {
    ...{
      organization: 'org_1',
      etag: '"tag_1"',
      state: 'draft',
      draft: content,
      approved: null,
      slug: null,
      note: null,
    },
    ...{ missing: [], changed_at: '2026-11-21T10:00:00Z', submitted_at: null, approved_at: null, launched_at: null },
    ...{ is_public: false, choices },
    ...difference,
  };
}

export function aReviewed(difference: Partial<ReviewedListing> = {}): ReviewedListing {
  const { choices: _, ...listing } = aListing({ state: 'in-review' });
  return { ...listing, organization_name: 'Halden', ...difference };
}

/** A service that does what is said here, and refuses everything else. */
export function fakeCalls(difference: Partial<IntegrationsCalls>): IntegrationsCalls {
  const no = async () => refused('not-expected');
  return {
    ...{
      list: no,
      read: no,
      own: no,
      save: no,
      saveLogo: no,
      removeLogo: no,
      submit: no,
      remove: no,
      toReview: no,
      review: no,
    },
    ...difference,
  };
}
