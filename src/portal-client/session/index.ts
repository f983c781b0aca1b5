/** Who is signed in. Apart from the other door, because every page's header comes in here. */
export { initialsOf, type Membership, type SessionState, type SignedIn } from './session';
export { sessionAt } from './session-at';
export { useRecalledInitials, useSession } from './use-session';
