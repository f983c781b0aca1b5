import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { EarlyAccessPage } from '@site/src/features/early-access';

/** What some partners see before everybody does. */
export default function EarlyAccessRoute() {
  return (
    <Layout title="Early access" description="Guides and APIs that some partners work with before everybody does.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <EarlyAccessPage />
    </Layout>
  );
}
