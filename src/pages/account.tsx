import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { AccountPage } from '@site/src/features/account';

export default function AccountRoute() {
  return (
    <Layout title="Your account" description="Your name, how you sign in, and where you are signed in.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <AccountPage />
    </Layout>
  );
}
