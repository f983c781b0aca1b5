import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamAccess } from '@site/src/features/early-access';

/** For partner engineers: who sees what before everybody does. */
export default function TeamAccessRoute() {
  return (
    <Layout title="Early access" description="Who sees guides and APIs before everybody does.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamAccess />
    </Layout>
  );
}
