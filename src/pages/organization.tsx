import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { OrganizationPage } from '@site/src/features/organization';

export default function OrganizationRoute() {
  return (
    <Layout title="Your organization" description="Whom you act for, who belongs to it, and who is invited.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <OrganizationPage />
    </Layout>
  );
}
