import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { LaunchPage } from '@site/src/features/onboarding/launchpad';

export default function LaunchRoute() {
  return (
    <Layout title="Launch" description="How ready you are, and the way from a first call to live.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <LaunchPage />
    </Layout>
  );
}
