import type { TagSummary } from '../../../../contract/reference-page';
import { tagHref } from '../data/page-address';
import type { VersionPlace } from '../data/use-nav';
import { QuietLink } from '../layout/QuietLink';
import { OperationTable } from './OperationTable.view';
import styles from './Overview.module.css';

/** A tag on the overview, with its operations where there are few enough for one page. */
export function TagTable({ place, group }: { readonly place: VersionPlace; readonly group: TagSummary }) {
  const { name, slug, count, excerpt, items, under } = group;
  const Heading = under === undefined ? 'h3' : 'h4';
  return (
    <section className={styles.tag}>
      <Heading>
        <QuietLink to={tagHref(place, slug)}>{name}</QuietLink>
        <span>{count === 1 ? '1 operation' : `${count} operations`}</span>
      </Heading>
      {excerpt === '' ? null : <p>{excerpt}</p>}
      {items.length > 0 ? <OperationTable place={place} items={items} /> : null}
    </section>
  );
}
