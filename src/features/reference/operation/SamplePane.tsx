import { useMemo } from 'react';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { OperationPage } from '../../../../contract/reference-page';
import { Console } from '../../console';
import { sampleRequest } from '../../console/request';
import { RequestSample } from '../../samples';
import { AnswerExamples } from './AnswerExamples';
import { BodyExamples } from './BodyExamples';
import styles from './SamplePane.module.css';

/** What one sends and what comes back. Sample and console are one surface: it turns from reading into trying. */
export function SamplePane({ page }: { readonly page: OperationPage }) {
  const { siteConfig } = useDocusaurusContext();
  const serviceUrl = (siteConfig.customFields?.serviceUrl as string | undefined) ?? '';
  const request = useMemo(() => sampleRequest(page, { serviceUrl }), [page, serviceUrl]);
  if (page.kind === 'webhook') return <BodyExamples page={page} />;
  return (
    <div className={styles.pane}>
      <Console page={page}>
        {request ? <RequestSample request={request} origin={siteConfig.url} written={page.codeSamples} /> : null}
      </Console>
      <AnswerExamples page={page} />
    </div>
  );
}
