/** What a member of an organization may be, the one that may most first. */
export const organizationRoles = ['owner', 'developer', 'viewer'] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** The library keeps several roles with commas; we give one. An unknown one may only look. */
export function roleOf(text: string): OrganizationRole {
  return organizationRoles.find((role) => text.split(',').includes(role)) ?? 'viewer';
}
