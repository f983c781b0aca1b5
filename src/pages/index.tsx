import Layout from '@theme/Layout';
import { Home } from '@site/src/features/home';
import { usePortalSite } from '@site/src/features/shell';

export default function HomeRoute() {
  const { brand } = usePortalSite();
  return (
    <Layout title={brand.tagline} description={brand.description}>
      <Home firstCall={null} />
    </Layout>
  );
}
