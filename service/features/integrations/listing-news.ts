import type { MailRoom } from '../../platform/mail/index.ts';
import type { ReviewWord } from './decide.ts';
import type { Listing } from './listing.ts';
import { type LetterMatter, listingLetters } from './listing-letters.ts';
import type { Within } from './listing-store.ts';

/** Whom mails go to. */
export interface Addresses {
  /** Owners and developers. */
  readonly ofOrganization: (organization: string) => Promise<readonly string[]>;
  readonly ofStaff: () => Promise<readonly string[]>;
}

/** What happened to a listing, as far as it is told. */
export type NewsKind = 'submitted' | 'removed' | 'published' | 'launched' | ReviewWord;

export interface News {
  readonly kind: NewsKind;
  readonly listing: Pick<Listing, 'organization' | 'draft' | 'approved'>;
  readonly organizationName: string;
  readonly note: string | null;
  /** Where links of mails lead. */
  readonly site: string;
}

/** Puts the letters into the outbox, within the transaction that does what they tell; `slug` is that of the public page. */
export type Tell = (within: Within, slug: string | null) => Promise<void>;

/** Makes the letters ready: whom they go to is looked up at once, so that the transaction asks nobody else. */
export type PrepareNews = (news: News) => Promise<Tell>;

export function prepareNews(deps: {
  readonly portal: string;
  readonly addresses: Addresses;
  readonly mail: Pick<MailRoom, 'send'>;
}): PrepareNews {
  return async ({ kind, listing, organizationName, note, site }) => {
    const letters = listingLetters({ portal: deps.portal, site });
    const { name } = listing.approved !== null && kind !== 'submitted' ? listing.approved.content : listing.draft;
    const toStaff = kind === 'submitted' || kind === 'removed' || kind === 'launched';
    const toOrganization = kind !== 'submitted' && kind !== 'removed';
    const staff = toStaff ? await deps.addresses.ofStaff() : [];
    const people = toOrganization ? await deps.addresses.ofOrganization(listing.organization) : [];
    return async (within, slug) => {
      const matter: LetterMatter = { organization: organizationName, name, slug, note };
      for (const to of staff) await deps.mail.send({ to, ...letters[kind](matter) }, within);
      const said = letters[kind === 'launched' ? 'published' : kind](matter);
      for (const to of people) await deps.mail.send({ to, ...said }, within);
    };
  };
}
