/** What a member of an organization may be, the one that may most first. */
export const organizationRoles = ['owner', 'developer', 'viewer'] as const;
export type OrganizationRole = (typeof organizationRoles)[number];
