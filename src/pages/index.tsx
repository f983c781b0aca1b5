import Layout from '@theme/Layout';
import { TwinLink } from '@site/src/features/copy-page';
import { Home } from '@site/src/features/home';
import { FirstCall } from '@site/src/features/onboarding';
import { usePortalSite } from '@site/src/features/shell';

export default function HomeRoute() {
  const { brand } = usePortalSite();
  return (
    <Layout title={brand.tagline} description={brand.description}>
      <TwinLink />
      <Home firstCall={<FirstCall />} />
    </Layout>
  );
}
