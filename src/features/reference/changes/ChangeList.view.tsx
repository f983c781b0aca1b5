import type { ChangeView, PageLink } from '../../../../contract/reference-page';
import { QuietLink } from '../layout/QuietLink';
import { groupByPlace } from './group-by-place';
import styles from './ChangeList.module.css';

type Shown = ChangeView & { readonly except?: readonly PageLink[] };

/** Changes place by place: at the left where, at the right what. */
export function ChangeList({ changes }: { readonly changes: readonly Shown[] }) {
  return (
    <dl className={styles.list}>
      {groupByPlace(changes).map(({ place, changes: here, isBreaking }) => (
        <div key={place} className={styles.place} data-breaking={isBreaking}>
          <dt>{place}</dt>
          {here.map((change, index) => (
            <dd key={index} data-breaking={change.isBreaking}>
              <Names names={change.names} /> {change.text}
              {change.isBreaking ? <span className={styles.breaking}> breaking</span> : null}
              <Exceptions operations={change.except ?? []} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const MOST_NAMES = 16;

function Names({ names }: { readonly names: readonly string[] }) {
  const more = names.length - MOST_NAMES;
  return (
    <>
      {names.slice(0, MOST_NAMES).map((name, index) => (
        <span key={name}>
          {index === 0 ? null : ', '}
          <code>{name}</code>
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : null}
    </>
  );
}

function Exceptions({ operations }: { readonly operations: readonly PageLink[] }) {
  if (operations.length === 0) return null;
  return (
    <span className={styles.except}>
      , not in{' '}
      {operations.map(({ title, href }, index) => (
        <span key={href}>
          {index === 0 ? null : ', '}
          <QuietLink to={href}>{title}</QuietLink>
        </span>
      ))}
    </span>
  );
}
