import Layout from '@theme/Layout';
import { SignUpPage } from '@site/src/features/account';

export default function SignUpRoute() {
  return (
    <Layout title="Create an account" description="Keys of your own, your colleagues, and what you began as a guest.">
      <SignUpPage />
    </Layout>
  );
}
