import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { Authorized } from '@site/src/features/authorized';
import styles from './thanks.module.css';

/** Where an authorization server sends a person back to: the redirect URI of the console's clients. */
export default function AuthorizedRoute() {
  return (
    <Layout title="Authorized">
      <Head>
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
      </Head>
      <main className={styles.page}>
        <h1>Authorized</h1>
        <Authorized />
      </main>
    </Layout>
  );
}
