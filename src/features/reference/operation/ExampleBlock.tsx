import type { ReactNode } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { CodeBlock } from '../../../ui';
import styles from './SamplePane.module.css';

/** Longer ones are coloured in the browser: their marks would make the page's HTML several times as long. */
const LONGEST_IN_HTML = 700;

/** An example, in the colours of its language as soon as the page is awake. */
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
  const isAwake = useIsBrowser();
  const isJson = /json/i.test(type) || /^[[{]/.test(text);
  const language = isJson ? 'json' : /xml|html/i.test(type) ? 'markup' : 'text';
  return (
    <CodeBlock
      code={text}
      language={isAwake || text.length <= LONGEST_IN_HTML ? language : 'text'}
      title={title}
      actions={actions}
      className={styles.code}
    />
  );
}
