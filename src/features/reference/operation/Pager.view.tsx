import Link from '@docusaurus/Link';
import type { PageLink } from '../../../../contract/reference-page';
import { usePrefetch } from '../data/use-prefetch';
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
  const prefetch = usePrefetch();
  return (
    <Link
      to={href}
      className={styles.neighbour}
      data-word={word}
      onPointerEnter={() => prefetch(href)}
      onFocus={() => prefetch(href)}
    >
      <span>{word}</span>
      <strong>{title}</strong>
    </Link>
  );
}
