import { useMemo } from 'react';
import { essenceOf } from '../answer/media-type';
import { readCsv, separatorOf } from '../answer/preview/read-csv';
import styles from './AnswerBody.module.css';

/** Comma-separated values as a table; the first row is taken for its head. */
export function AnswerTable({ text, contentType }: { readonly text: string; readonly contentType: string | null }) {
  const { rows, isCut } = useMemo(() => readCsv(text, separatorOf(text, essenceOf(contentType))), [text, contentType]);
  const [head = [], ...rest] = rows;
  return (
    <>
      <div className={styles.table} role="region" aria-label="The answer as a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head.map((name, at) => (
                <th key={at} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rest.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.more}>
        {isCut ? `The first ${rest.length} rows. Raw and the download have all of them.` : `${rest.length} rows.`}
      </p>
    </>
  );
}
