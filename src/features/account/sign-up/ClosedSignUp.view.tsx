import Link from '@docusaurus/Link';
import { ButtonLink } from '../../../ui';
import { EntryPage } from '../entry/EntryPage.view';

/** Where nobody signs up without an invitation: what to do with one, and without. */
export function ClosedSignUp() {
  return (
    <EntryPage
      title="By invitation"
      lead="Accounts of this portal are for those who are invited. If you are, open the link in the mail of your invitation."
    >
      <p>
        If you are not, ask your colleagues who build with it, or the team that runs it. Guides, reference and sandbox
        are open to everybody: <Link to="/">try them as a guest</Link>.
      </p>
      <ButtonLink to="/sign-in">Sign in</ButtonLink>
    </EntryPage>
  );
}
