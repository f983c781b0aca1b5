import Layout from '@theme/Layout';
import { EventsPage } from '@site/src/features/events';

/** Office hours and platform days. */
export default function EventsRoute() {
  return (
    <Layout title="Events" description="Office hours and platform days: when they are, and how to sign up.">
      <EventsPage />
    </Layout>
  );
}
