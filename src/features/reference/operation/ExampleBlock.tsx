import type { ReactNode } from 'react';
import { CodeBlock } from '../../../ui';
import styles from './SamplePane.module.css';

/** An example, in the colours of its language. */
export function ExampleBlock({
  text,
  type,
  title,
  actions,
}: {
  readonly text: string;
  readonly type: string;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
}) {
  const isJson = /json/i.test(type) || /^[[{]/.test(text);
  const language = isJson ? 'json' : /xml|html/i.test(type) ? 'markup' : 'text';
  return <CodeBlock code={text} language={language} title={title} actions={actions} className={styles.code} />;
}
