import Layout from '@theme/Layout';
import { DirectoryPage } from '@site/src/features/integrations';
import { usePortalSite } from '@site/src/features/shell';

/** The public directory. */
export default function IntegrationsRoute() {
  const { brand } = usePortalSite();
  return (
    <Layout title="Integrations" description={`What partners have built on ${brand.name} and launched.`}>
      <DirectoryPage platform={brand.name} />
    </Layout>
  );
}
