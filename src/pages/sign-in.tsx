import Layout from '@theme/Layout';
import { SignInPage } from '@site/src/features/account';

export default function SignInRoute() {
  return (
    <Layout title="Sign in" description="Sign in with a password, or with a link by mail.">
      <SignInPage />
    </Layout>
  );
}
