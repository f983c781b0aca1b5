import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { Announcements } from '@site/src/features/cohorts';
import { Events } from '@site/src/features/events/in-text';
import { LaunchPage } from '@site/src/features/onboarding/launchpad';

/** What other features tell a partner here. */
const news = [Announcements, Events];

export default function LaunchRoute() {
  return (
    <Layout title="Launch" description="How ready you are, and the way from a first call to live.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <LaunchPage news={news} />
    </Layout>
  );
}
