import { CodeBlock, MethodBadge } from '../../../../ui';
import { languageOf } from '../../answer/media-type';
import { prettyBody } from '../../answer/pretty-body';
import { leftOutWords } from '../../share/portable-request';
import type { HistoryEntry } from '../history-entry';
import { shownCode } from './shown-code';
import parts from './Part.module.css';
import styles from './EntryDetail.module.css';

/** What was sent, or will be. */
export function KeptRequest({ entry: { operation, address, request } }: { readonly entry: HistoryEntry }) {
  const { body, mediaType, parameters, leftOut } = request;
  const others = Object.entries(parameters).filter(([key]) => /^(?:header|cookie):/.test(key));
  const language = languageOf(mediaType ?? null);
  const without = leftOutWords(leftOut);
  return (
    <section aria-label="Request" className={parts.part}>
      <h4>Request</h4>
      <p className={styles.line}>
        <MethodBadge method={operation.method} /> <code>{address}</code>
      </p>
      {others.length > 0 && (
        <dl className={styles.pairs}>
          {others.map(([key, text]) => (
            <div key={key}>
              <dt>{key.slice(key.indexOf(':') + 1)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {body !== undefined && (
        <CodeBlock {...shownCode(prettyBody(body, language), language)} title={mediaType} className={styles.code} />
      )}
      {without !== '' && <p className={styles.note}>Kept without {without}.</p>}
    </section>
  );
}
