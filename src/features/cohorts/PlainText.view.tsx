import Link from '@docusaurus/Link';
import { splitLinks } from './split-links';
import styles from './Cohorts.module.css';

/** Somebody's text as it was written; addresses in it are links that tell the other site nothing. */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <p className={styles.plain}>
      {splitLinks(text).map(({ kind, text: part }, index) =>
        kind === 'text' ? (
          part
        ) : (
          <Link key={index} href={part} rel="noopener noreferrer nofollow">
            {part}
          </Link>
        ),
      )}
    </p>
  );
}
