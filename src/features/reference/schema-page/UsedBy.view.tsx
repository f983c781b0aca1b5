import type { OperationUse, SchemaUses } from '../../../../contract/reference-page';
import { MethodBadge } from '../../../ui';
import { QuietLink } from '../layout/QuietLink';
import { Section } from '../operation/Section.view';
import styles from './SchemaPage.module.css';

/** Who refers to a component: operations themselves, operations through other components, components. */
export function UsedBy({ uses }: { readonly uses: SchemaUses }) {
  const { operations, directCount, hasMoreIndirect = false, schemas, schemaCount } = uses;
  const direct = operations.filter(({ through }) => through === undefined);
  const indirect = operations.filter(({ through }) => through !== undefined);
  if (operations.length + schemas.length === 0) {
    return (
      <Section id="used-by" title="Used by">
        <p className={styles.note}>Nothing refers to this schema.</p>
      </Section>
    );
  }
  return (
    <Section id="used-by" title="Used by">
      {direct.length > 0 ? (
        <>
          <h3 className={styles.sort}>Operations</h3>
          <Operations uses={direct} />
          {directCount === undefined ? null : (
            <p className={styles.note}>And {directCount - direct.length} more operations.</p>
          )}
        </>
      ) : null}
      {schemas.length > 0 ? (
        <>
          <h3 className={styles.sort}>Schemas</h3>
          <ul className={styles.names}>
            {schemas.map(({ title, href }) => (
              <li key={href}>
                <QuietLink to={href}>{title}</QuietLink>
              </li>
            ))}
          </ul>
          {schemaCount === undefined ? null : (
            <p className={styles.note}>And {schemaCount - schemas.length} more schemas.</p>
          )}
        </>
      ) : null}
      {indirect.length > 0 ? (
        <>
          <h3 className={styles.sort}>Operations, through other schemas</h3>
          <Operations uses={indirect} />
          {hasMoreIndirect ? <p className={styles.note}>And more, which are not listed here.</p> : null}
        </>
      ) : null}
    </Section>
  );
}

function Operations({ uses }: { readonly uses: readonly OperationUse[] }) {
  return (
    <ul className={styles.operations}>
      {uses.map(({ title, href, method = '', where, through }) => (
        <li key={href}>
          <MethodBadge method={method} size="compact" />
          <QuietLink to={href}>{title}</QuietLink>
          <span>
            {where.join(', ')}
            {through === undefined ? '' : ` through ${through}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
