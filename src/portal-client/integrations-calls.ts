import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type IntegrationEntry = Schemas['IntegrationEntry'];
export type Integration = Schemas['Integration'];
export type IntegrationList = Schemas['IntegrationList'];
export type ListingKind = Schemas['ListingKind'];
export type ListingDraft = Schemas['ListingDraft'];
export type ListingContent = Schemas['ListingContent'];
export type OwnListing = Schemas['OwnListing'];
export type ReviewedListing = Schemas['ReviewedListing'];
export type ListingDecision = 'approved' | 'returned' | 'unpublished';
export type ListingFilter = NonNullable<NonNullable<paths['/team/listings']['get']['parameters']['query']>['state']>;

export interface IntegrationsQuery {
  readonly q?: string;
  readonly kind?: ListingKind;
  readonly api?: string;
  readonly category?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The directory of integrations. Nothing is thrown: each call gives its value or a problem. `etag` is that of the listing as it was read. */
export interface IntegrationsCalls {
  list(query: IntegrationsQuery, signal?: AbortSignal): Promise<Outcome<IntegrationList>>;
  read(slug: string, signal?: AbortSignal): Promise<Outcome<Integration>>;
  own(): Promise<Outcome<OwnListing>>;
  save(etag: string, draft: ListingDraft): Promise<Outcome<OwnListing>>;
  saveLogo(etag: string, file: Blob): Promise<Outcome<OwnListing>>;
  removeLogo(etag: string): Promise<Outcome<OwnListing>>;
  submit(etag: string): Promise<Outcome<OwnListing>>;
  remove(etag: string): Promise<Outcome<true>>;
  toReview(state: ListingFilter | null, cursor: string | null): Promise<Outcome<Schemas['ReviewedListingPage']>>;
  review(of: ReviewedListing, decision: ListingDecision, note: string): Promise<Outcome<ReviewedListing>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own), with the cookie of the session. */
export function createIntegrationsCalls(serviceUrl: string, fetch: typeof globalThis.fetch): IntegrationsCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const within = (signal?: AbortSignal) => {
    const timeout = AbortSignal.timeout(answerWithinMilliseconds);
    return { signal: signal ? AbortSignal.any([signal, timeout]) : timeout };
  };
  const matching = (etag: string) => ({ params: { header: { 'If-Match': etag } }, ...within() });
  return {
    list: (query, signal) => settle(api.GET('/integrations', { params: { query }, ...within(signal) })),
    read: (integration, signal) =>
      settle(api.GET('/integrations/{integration}', { params: { path: { integration } }, ...within(signal) })),
    own: () => settle(api.GET('/listing', within())),
    save: (etag, body) => settle(api.PUT('/listing', { body, ...matching(etag) })),
    saveLogo: (etag, file) =>
      settle(
        api.PUT('/listing/logo', {
          ...matching(etag),
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'content-type': file.type || 'image/png' },
        }),
      ),
    removeLogo: (etag) => settle(api.DELETE('/listing/logo', matching(etag))),
    submit: (etag) => settle(api.POST('/listing/submission', matching(etag))),
    remove: (etag) => settleEmpty(api.DELETE('/listing', matching(etag))),
    toReview: (state, cursor) =>
      settle(
        api.GET('/team/listings', {
          params: { query: { ...(state && { state }), ...(cursor && { cursor }) } },
          ...within(),
        }),
      ),
    review: ({ organization, etag }, decision, note) =>
      settle(
        api.PUT('/team/listings/{organization}/review', {
          params: { path: { organization }, header: { 'If-Match': etag } },
          body: { decision, note },
          ...within(),
        }),
      ),
  };
}
