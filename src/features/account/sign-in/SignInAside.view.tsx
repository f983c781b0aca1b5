import Link from '@docusaurus/Link';

/** For whoever has no account, or needs none. */
export function SignInAside() {
  return (
    <>
      <h2>No account yet?</h2>
      <p>
        An account has keys of your own, and your colleagues in it. <Link to="/sign-up">Create one</Link>.
      </p>
      <h2>You may not need one</h2>
      <p>
        Guides, reference and sandbox are open to everybody: every page’s console sends real requests as your guest.
      </p>
    </>
  );
}
