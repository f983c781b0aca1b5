import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamCohorts } from '@site/src/features/cohorts';

/** For partner engineers: cohorts of partners. */
export default function TeamCohortsRoute() {
  return (
    <Layout title="Cohorts" description="Invite partners together, tell them what is new, and see where they stand.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamCohorts />
    </Layout>
  );
}
