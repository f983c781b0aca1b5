import Layout from '@theme/Layout';
import { KeysPage } from '@site/src/features/keys';

export default function KeysRoute() {
  return (
    <Layout
      title="Keys"
      description="Keys of your organization: make, roll and revoke them, and see when they were used."
    >
      <KeysPage />
    </Layout>
  );
}
