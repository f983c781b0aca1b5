import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamBoard } from '@site/src/features/team';

/** For partner engineers: who is at which step of a journey. */
export default function TeamBoardRoute() {
  return (
    <Layout title="Board" description="Who is at which step, since when, and what stopped them.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamBoard />
    </Layout>
  );
}
