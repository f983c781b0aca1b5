import Link from '@docusaurus/Link';
import type { OperationPage } from '../../../../contract/reference-page';
import { CodeBlock, Tabs } from '../../../ui';
import { Html } from '../schema/Html.view';
import { Section } from './Section.view';
import styles from './VerificationSection.module.css';

/** How a receiver tells that a webhook is from the platform: in steps, and as code that can be copied. */
export function VerificationSection({ page: { verification } }: { readonly page: OperationPage }) {
  if (!verification) return null;
  const { stepsHtml, code, guide } = verification;
  return (
    <Section id="verify" title="Verify it">
      <Html html={stepsHtml} className={styles.steps} long />
      <Tabs
        label="Language"
        items={code.map(({ lang, label, source }) => ({
          id: lang,
          label: label ?? lang,
          content: <CodeBlock code={source} language={lang} className={styles.code} />,
        }))}
      />
      {guide ? (
        <p className={styles.guide}>
          The guide: <Link to={guide.href}>{guide.title}</Link>
        </p>
      ) : null}
    </Section>
  );
}
