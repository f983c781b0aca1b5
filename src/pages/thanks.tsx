import Head from '@docusaurus/Head';
import Layout from '@theme/Layout';
import { ButtonLink } from '@site/src/ui';
import { useGuides } from '@site/src/features/shell';
import styles from './thanks.module.css';

/** Where the feedback form leads without JavaScript. */
export default function ThanksRoute() {
  const guides = useGuides().start;
  return (
    <Layout title="Thank you">
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className={styles.page}>
        <h1>Your feedback is stored</h1>
        <p>The team that writes these pages reads it. Go back with your browser to where you were.</p>
        <ButtonLink to={guides ?? '/'}>{guides ? 'Read the guides' : 'Go home'}</ButtonLink>
      </main>
    </Layout>
  );
}
