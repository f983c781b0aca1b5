import type { OrganizationEvent } from '../../portal-client';

/** What somebody did, after their name: `made the key`. What it was about follows. */
const deeds: Readonly<Record<string, string>> = {
  'organization-made': 'made the organization',
  'organization-renamed': 'renamed it to',
  'member-joined': 'joined',
  'member-left': 'left',
  'member-removed': 'removed',
  'member-role-changed': 'changed the role of',
  'invitation-sent': 'invited',
  'invitation-cancelled': 'cancelled the invitation of',
  'key-created': 'made the key',
  'key-rolled': 'rolled the key',
  'key-revoked': 'revoked the key',
  'listing-submitted': 'handed in the listing',
  'listing-approved': 'approved the listing',
  'listing-returned': 'returned the listing',
  'listing-unpublished': 'took down the listing',
  'listing-removed': 'removed the listing',
  'access-asked': 'asked for early access to',
  'access-given': 'gave early access to',
  'access-taken': 'took away early access to',
  'access-declined': 'declined early access to',
};

/** Of kinds that this page does not know, the kind itself: `form filled`. */
export function deedWords({ kind }: Pick<OrganizationEvent, 'kind'>): string {
  return deeds[kind] ?? kind.replaceAll('-', ' ');
}

export function whoWords({ by }: Pick<OrganizationEvent, 'by'>): string {
  if (by === null) return 'The portal';
  return by.name ?? 'Somebody who left';
}
