import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements } from 'better-auth/plugins/organization/access';

/** What each role may do to the organization itself; what it may do with keys and journeys stands with the routes that do it. */
export function organizationAccess() {
  const control = createAccessControl(defaultStatements);
  return {
    control,
    roles: {
      owner: control.newRole({
        organization: ['update', 'delete'],
        member: ['create', 'update', 'delete'],
        invitation: ['create', 'cancel'],
      }),
      developer: control.newRole({ organization: [], member: [], invitation: [] }),
      viewer: control.newRole({ organization: [], member: [], invitation: [] }),
    },
  };
}
