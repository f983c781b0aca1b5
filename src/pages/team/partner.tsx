import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamPartner } from '@site/src/features/team';

/** For partner engineers: one partner, from the sign-up to the launch. */
export default function TeamPartnerRoute() {
  return (
    <Layout title="Partner" description="Where a partner stands, what went wrong last, and what the team says of them.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamPartner />
    </Layout>
  );
}
