import Link from '@docusaurus/Link';
import type { ListingKind } from '../../portal-client';
import styles from './IntegrationCard.module.css';
import { kindName } from './kind-words';
import { Logo } from './Logo.view';

export interface CardContent {
  readonly name: string;
  readonly summary: string;
  readonly kind: ListingKind | null;
  /** The address of its logo, as the page loads it. */
  readonly logo: string | null;
  /** Of versions. */
  readonly apis: readonly string[];
}

export interface IntegrationCardProps {
  readonly content: CardContent;
  /** Where it leads; null in a preview. */
  readonly to: string | null;
  /** The level of its heading. */
  readonly level?: 2 | 3;
}

/** One integration in the grid: all of it leads to its page. Its texts are the partner's, as text. */
export function IntegrationCard({ content, to, level = 2 }: IntegrationCardProps) {
  const { name, summary, kind, logo, apis } = content;
  const Heading = `h${level}` as const;
  return (
    <article className={styles.card} data-leads={to === null ? undefined : ''}>
      <Logo name={name} src={logo} />
      <Heading className={styles.name} dir="auto">
        {to === null ? name : <Link to={to}>{name}</Link>}
      </Heading>
      <p className={styles.summary} dir="auto">
        {summary}
      </p>
      <p className={styles.foot}>
        {[kindName(kind), ...apis].filter(Boolean).map((word) => (
          <span key={word}>{word}</span>
        ))}
      </p>
    </article>
  );
}
