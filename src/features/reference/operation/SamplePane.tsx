import type { ReactNode } from 'react';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { OperationPage } from '../../../../contract/reference-page';
import { CodeBlock } from '../../../ui';
import { sampleCurl } from '../../console';
import { AnswerExamples } from './AnswerExamples';
import { BodyExamples } from './BodyExamples';
import styles from './SamplePane.module.css';

/** What one sends and what comes back. The console stands between them: it turns the sample into the real thing. */
export function SamplePane({ page, console }: { readonly page: OperationPage; readonly console: ReactNode }) {
  const { siteConfig } = useDocusaurusContext();
  const serviceUrl = (siteConfig.customFields?.serviceUrl as string | undefined) ?? '';
  if (page.kind === 'webhook') return <BodyExamples page={page} />;
  const curl = sampleCurl(page, { serviceUrl, origin: siteConfig.url });
  return (
    <div className={styles.pane}>
      {curl === null ? null : <CodeBlock code={curl} language="bash" title="curl" className={styles.code} />}
      {console}
      <AnswerExamples page={page} />
    </div>
  );
}
