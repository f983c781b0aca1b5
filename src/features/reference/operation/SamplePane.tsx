import type { OperationPage } from '../../../../contract/reference-page';
import { Console } from '../../console';
import { OperationSample } from '../../samples';
import { AnswerExamples } from './AnswerExamples';
import { BodyExamples } from './BodyExamples';
import styles from './SamplePane.module.css';

/** What one sends and what comes back. Sample and console are one surface: it turns from reading into trying. */
export function SamplePane({ page }: { readonly page: OperationPage }) {
  if (page.kind === 'webhook') return <BodyExamples page={page} />;
  return (
    <div className={styles.pane}>
      <Console page={page}>
        <OperationSample page={page} />
      </Console>
      <AnswerExamples page={page} />
    </div>
  );
}
