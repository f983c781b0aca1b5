import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamEvents } from '@site/src/features/events';

/** For partner engineers: planning events. */
export default function TeamEventsRoute() {
  return (
    <Layout title="Events" description="Plan office hours and platform days, and see who comes.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamEvents />
    </Layout>
  );
}
