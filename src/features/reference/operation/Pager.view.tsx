import type { PageLink } from '../../../../contract/reference-page';
import { QuietLink } from '../layout/QuietLink';
import styles from './Pager.module.css';

/** The pages before and after this one. */
export function Pager({ previous, next }: { readonly previous?: PageLink; readonly next?: PageLink }) {
  if (!previous && !next) return null;
  return (
    <nav className={styles.pager} aria-label="Pages of the reference">
      {previous ? <Neighbour link={previous} word="Previous" /> : <span />}
      {next ? <Neighbour link={next} word="Next" /> : null}
    </nav>
  );
}

function Neighbour({ link: { href, title }, word }: { readonly link: PageLink; readonly word: string }) {
  return (
    <QuietLink to={href} className={styles.neighbour} data-word={word}>
      <span>{word}</span>
      <strong>{title}</strong>
    </QuietLink>
  );
}
