import { createElement, useState, type MouseEvent } from 'react';
import { useHistory } from '@docusaurus/router';
import type { SchemaListPage } from '../../../../contract/reference-page';
import { schemaHref } from '../data/page-address';
import { VersionNote } from '../operation/DeprecationNotes';
import { PageTop } from '../operation/PageTop.view';
import { findSchemas } from './find-schemas';
import styles from './SchemaPage.module.css';

/** More are found by the field; a page does not grow with the API for ever. */
const MOST_LISTED = 1_500;

/** The components of an API version by name, with a field to find one. */
export function SchemaListView({ page }: { readonly page: SchemaListPage }) {
  const [query, setQuery] = useState('');
  const history = useHistory();
  const found = findSchemas(page.schemas, query);
  const shown = found.slice(0, MOST_LISTED);
  // One listener for hundreds of links: they are plain ones.
  const go = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain) return;
    event.preventDefault();
    history.push(link.pathname);
  };
  return (
    <article className={styles.list}>
      <PageTop place={page} trail={[]} title={page.title} />
      <VersionNote place={page} links={page.otherVersions.map((link) => ({ ...link, same: false }))} />
      <input
        type="search"
        className={styles.filter}
        aria-label="Find a schema"
        placeholder={`Find one of ${page.schemas.length} schemas`}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status" className={styles.note}>
        {query === '' ? '' : `${found.length} of ${page.schemas.length} schemas. `}
        {found.length > shown.length ? `The first ${shown.length} are listed; type to find others.` : ''}
      </p>
      <ul className={styles.names} onClick={go}>
        {shown.map(({ name, slug = name }) => (
          <li key={slug}>{createElement('a', { href: schemaHref(page, slug) }, name)}</li>
        ))}
      </ul>
    </article>
  );
}
