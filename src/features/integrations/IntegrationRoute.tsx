import Layout from '@theme/Layout';
import { usePortalSite } from '../shell';
import { IntegrationPage } from './one/IntegrationPage';

/** The frame of all integrations' pages: `plugins/directory` gives it its addresses. */
export default function IntegrationRoute() {
  const { brand } = usePortalSite();
  return (
    <Layout title="Integration" description={`An integration with ${brand.name}.`}>
      <IntegrationPage platform={brand.name} />
    </Layout>
  );
}
