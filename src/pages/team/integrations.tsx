import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamIntegrations } from '@site/src/features/integrations';

/** For partner engineers: reviewing listings. */
export default function TeamIntegrationsRoute() {
  return (
    <Layout title="Integrations" description="Listings that wait for a review, and what is public.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamIntegrations />
    </Layout>
  );
}
