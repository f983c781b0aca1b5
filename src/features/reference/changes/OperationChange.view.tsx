import type { OperationChanges, PageLink } from '../../../../contract/reference-page';
import { CopyButton, MethodBadge } from '../../../ui';
import { QuietLink } from '../layout/QuietLink';
import { AnchorLink } from '../schema/AnchorLink.view';
import { ChangeList } from './ChangeList.view';
import styles from './OperationChange.module.css';

const KINDS = { added: 'New', removed: 'Removed', changed: 'Changed', deprecated: 'Deprecated' } as const;

export interface OperationChangeProps {
  readonly change: OperationChanges;
  readonly from: string;
  readonly to: string;
}

/** An operation, what became of it, and its pages in both versions. */
export function OperationChange({ change, from, to }: OperationChangeProps) {
  const { kind, anchor, title, method, path, before, after, also = [], breaking, changes, more } = change;
  return (
    <section className={styles.operation} aria-labelledby={anchor} data-breaking={breaking > 0}>
      <header className={styles.head}>
        <MethodBadge method={method} size="compact" />
        <h3 id={anchor}>
          <AnchorLink id={anchor}>{title}</AnchorLink>
        </h3>
        <span className={styles.kind} data-kind={kind}>
          {KINDS[kind]}
        </span>
        <CopyButton text={() => linkTo(anchor)} label={`Copy the link of “${title}”`} className={styles.copy} />
        <code className={styles.path}>{path}</code>
        <p className={styles.pages}>
          <VersionPage link={before} version={from} isNamed={before?.title !== after?.title} />
          {before && after ? ' → ' : null}
          <VersionPage link={after} version={to} isNamed={before?.title !== after?.title} />
          {also.length > 0 ? ', and ' : null}
          {also.map(({ title: other, href }, index) => (
            <span key={href}>
              {index === 0 ? null : ', '}
              <QuietLink to={href}>{other}</QuietLink>
            </span>
          ))}
        </p>
      </header>
      {changes.length > 0 ? <ChangeList changes={changes} /> : null}
      {more ? (
        <p className={styles.more}>
          … and {more} more. <code>npm run portal -- changes</code> lists them all.
        </p>
      ) : null}
    </section>
  );
}

function VersionPage(props: {
  readonly link: PageLink | undefined;
  readonly version: string;
  /** Whether the page is called otherwise in the other version. */
  readonly isNamed: boolean;
}) {
  const { link, version, isNamed } = props;
  if (!link) return null;
  return isNamed ? (
    <>
      {version}: <QuietLink to={link.href}>{link.title}</QuietLink>
    </>
  ) : (
    <QuietLink to={link.href} aria-label={`${link.title} in ${version}`}>
      {version}
    </QuietLink>
  );
}

const linkTo = (id: string) => `${window.location.href.split('#')[0]}#${encodeURI(id)}`;
