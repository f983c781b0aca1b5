import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { FeedbackInbox } from '@site/src/features/feedback/inbox';

/** For partner engineers: what people said. */
export default function TeamFeedbackRoute() {
  return (
    <Layout title="Feedback" description="What readers and integrators say where they stand.">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <FeedbackInbox />
    </Layout>
  );
}
