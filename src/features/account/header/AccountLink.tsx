import Link from '@docusaurus/Link';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';

/** The same as a plain link, for the phone's drawer: where one signs in, or one's account is. */
export function AccountLink({ className }: { readonly className: string | undefined }) {
  const { serviceUrl } = usePortalFields();
  const isIn = useSession(serviceUrl).kind === 'person';
  return (
    <Link to={isIn ? '/account' : '/sign-in'} className={className}>
      {isIn ? 'Your account' : 'Sign in'}
    </Link>
  );
}
