import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { EditPage } from '@site/src/features/integrations';

/** A partner's listing. */
export default function EditListingRoute() {
  return (
    <Layout title="Your listing" description="What readers of the directory learn about your integration.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <EditPage />
    </Layout>
  );
}
