import { useId, useState } from 'react';
import type { OperationPage } from '../../../../../contract/reference-page';
import { MethodBadge } from '../../../../ui';
import { splitUrl } from '../match/split-url';
import type { ImportRow } from './use-import';
import styles from './Import.module.css';

export interface ImportChoiceProps {
  readonly rows: readonly ImportRow[];
  readonly chosen: number;
  readonly page: OperationPage;
  readonly onChoose: (index: number) => void;
}

/** With fewer nobody needs to search. */
const FEWEST_TO_SEARCH = 9;

/** The requests of a text that has several: those of this API to choose from, the others with what keeps them out. */
export function ImportChoice({ rows, chosen, page, onChoose }: ImportChoiceProps) {
  const group = useId();
  const [words, setWords] = useState('');
  const numbered = rows.map((row, index) => ({ row, index })).filter(({ row }) => isMeant(row, words));
  const ours = numbered.filter(({ row }) => row.match.kind === 'operation');
  const others = numbered.filter(({ row }) => row.match.kind === 'none');
  const all = rows.filter(({ match }) => match.kind === 'operation').length;
  return (
    <fieldset className={styles.choice}>
      <legend>
        {rows.length.toLocaleString('en')} requests, {all === rows.length ? 'all' : all.toLocaleString('en')} of this
        API
      </legend>
      {rows.length >= FEWEST_TO_SEARCH && (
        <input
          type="search"
          className={styles.search}
          aria-label="Find a request"
          placeholder="Find a request"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      <div className={styles.rows}>
        {ours.map(({ row, index }) => (
          <label key={index} className={styles.row}>
            <input type="radio" name={group} checked={index === chosen} onChange={() => onChoose(index)} />
            <span className={styles.method}>
              <MethodBadge method={row.request.method} />
            </span>
            <span className={styles.what}>
              <span>{row.request.name ?? pathOf(row)}</span>
              {row.match.kind === 'operation' && (
                <span className={styles.which}>
                  {row.match.item.title}
                  {row.match.item.slug === page.slug && <strong>this page</strong>}
                </span>
              )}
            </span>
          </label>
        ))}
        {numbered.length === 0 && <p className={styles.nothing}>No request has “{words}” in it.</p>}
        {others.length > 0 && (
          <details open={all === 0} className={styles.others}>
            <summary>{others.length.toLocaleString('en')} not of this API</summary>
            <ul>
              {others.map(({ row, index }) => (
                <li key={index}>
                  <span>
                    {row.request.method} {row.request.name ?? pathOf(row)}
                  </span>
                  {row.match.kind === 'none' && <span>{row.match.why}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </fieldset>
  );
}

/** Without the query: it may hold a secret. */
function pathOf({ request }: ImportRow): string {
  return splitUrl(request.url).path;
}

function isMeant(row: ImportRow, words: string): boolean {
  const title = row.match.kind === 'operation' ? row.match.item.title : '';
  const text = `${row.request.method} ${row.request.name ?? ''} ${pathOf(row)} ${title}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
