import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamDrift } from '@site/src/features/team';

/** For the team that runs the portal: where answers break their contract. */
export default function TeamDriftRoute() {
  return (
    <Layout title="Drift" description="Where answers of your APIs are not as their contracts say.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamDrift />
    </Layout>
  );
}
