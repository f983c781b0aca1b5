import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { TeamPeople } from '@site/src/features/people';

/** For partner engineers: who waits to be let in, and who is staff. */
export default function TeamPeopleRoute() {
  return (
    <Layout title="People" description="Who waits to be let in, and who belongs to the team.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <TeamPeople />
    </Layout>
  );
}
