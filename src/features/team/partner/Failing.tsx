import { useState } from 'react';
import Link from '@docusaurus/Link';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { PartnerCall, PartnerCalls } from '../../../portal-client';
import { Button, StatusBadge } from '../../../ui';
import { sinceWords } from '../duration-words';
import { errorWords } from '../error-words';
import { ExchangePane } from '../ExchangePane';
import part from './Part.module.css';
import styles from './Failing.module.css';

export interface FailingProps {
  readonly calls: PartnerCalls;
  readonly failing: readonly PartnerCall[];
  readonly now: number;
}

const shownAtFirst = 8;

/** The latest exchanges that failed; each opens with what was sent and answered, without secrets. */
export function Failing({ calls, failing, now }: FailingProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? failing : failing.slice(0, shownAtFirst);
  return (
    <section className={part.part} aria-labelledby="failing">
      <h2 id="failing">What failed last</h2>
      {failing.length === 0 ? (
        <p className={part.none}>No request of theirs was refused for as long as the portal keeps records.</p>
      ) : null}
      <ul className={part.list} hidden={failing.length === 0}>
        {shown.map((call) => (
          <li key={call.exchange} className={styles.row} data-open={open === call.exchange || undefined}>
            <button
              type="button"
              className={styles.opener}
              aria-expanded={open === call.exchange}
              onClick={() => setOpen((before) => (before === call.exchange ? null : call.exchange))}
            >
              <ChevronRight size={14} aria-hidden="true" className={styles.mark} />
              <StatusBadge status={call.status} />
              <span className={styles.words}>{errorWords(call)}</span>
              <time dateTime={call.at} title={call.at} className={styles.when}>
                {sinceWords(call.at, now)} ago
              </time>
            </button>
            {open === call.exchange ? (
              <div className={styles.opened}>
                <p className={styles.where}>
                  {call.api}/{call.version} · {call.environment ?? 'no environment'} ·{' '}
                  <code>
                    {call.method} {call.path}
                  </code>
                  {call.problem ? (
                    <>
                      {' '}
                      · <Link to={`/docs/errors/${call.problem}`}>{call.problem}</Link>
                    </>
                  ) : null}
                </p>
                <ExchangePane id={call.exchange} read={calls.exchange} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {failing.length > shown.length ? (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          Show the latest {failing.length}
        </Button>
      ) : null}
    </section>
  );
}
