import type { PaceDistribution, PartnerPace } from '../../../portal-client';
import { durationWords, shortDuration } from '../duration-words';
import styles from './PaceView.module.css';

/** How long partners take to their first call and to their launch. */
export function PaceView({ pace }: { readonly pace: PartnerPace }) {
  return (
    <div className={styles.pace}>
      <Course title="To the first call" none="Nobody has called yet." of={pace.first_call} partners={pace.partners} />
      <Course title="To the launch" none="Nobody has launched yet." of={pace.launch} partners={pace.partners} />
    </div>
  );
}

interface CourseProps {
  readonly title: string;
  readonly none: string;
  readonly of: PaceDistribution;
  readonly partners: number;
}

function Course({ title, none, of, partners }: CourseProps) {
  const most = Math.max(1, ...of.buckets.map(({ count }) => count));
  return (
    <section className={styles.course} aria-label={title}>
      <h2 className={styles.title}>
        {title}
        <span className={styles.of}>
          {of.count.toLocaleString('en')} of {partners.toLocaleString('en')} partners
        </span>
      </h2>
      <dl className={styles.figures}>
        <Figure name="Half within" seconds={of.median_seconds} />
        <Figure name="75 %" seconds={of.p75_seconds} />
        <Figure name="90 %" seconds={of.p90_seconds} />
      </dl>
      {of.count === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ol className={styles.bars}>
          {of.buckets.map(({ up_to_seconds: upTo, count }, index) => {
            const words = upTo === null ? 'more' : `≤ ${shortDuration(upTo)}`;
            return (
              <li key={index} className={styles.bucket} title={`${words}: ${count.toLocaleString('en')}`}>
                <span className={styles.bar} aria-hidden="true" style={{ blockSize: `${(count / most) * 100}%` }} />
                <span className={styles.upTo}>
                  {words}
                  <span className="pt-unseen">: {count}</span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

function Figure({ name, seconds }: { readonly name: string; readonly seconds: number | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{seconds === null ? '–' : durationWords(seconds)}</dd>
    </div>
  );
}
