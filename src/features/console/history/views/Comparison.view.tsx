import type { AnswerComparison, BodyComparison, FactChange } from '../compare/compare-answers';
import { FactChanges } from './FactChanges.view';
import { JsonChanges } from './JsonChanges.view';
import { LineChanges } from './LineChanges.view';
import parts from './Part.module.css';
import styles from './Comparison.module.css';

/** What is different between two answers. Each change has a sign and a word: none is told by its colour alone. */
export function ComparisonView({ comparison }: { readonly comparison: AnswerComparison }) {
  const { facts, request, headers, passingHeaders, body, isPartial } = comparison;
  return (
    <>
      <Facts facts={facts} />
      {request.length > 0 && (
        <section aria-label="What was sent" className={parts.part}>
          <h4>What was sent</h4>
          <FactChanges changes={request} />
        </section>
      )}
      <section aria-label="Body" className={parts.part}>
        <h4>Body</h4>
        <BodyChanges body={body} />
        {isPartial && <p className={styles.words}>Only the beginning of a long body was kept, and is compared.</p>}
      </section>
      {headers.length + passingHeaders.length > 0 && (
        <section aria-label="Headers" className={parts.part}>
          <h4>Headers</h4>
          {headers.length > 0 && <FactChanges changes={headers} />}
          {passingHeaders.length > 0 && (
            <details className={styles.passing}>
              <summary>{passingHeaders.length} that change every time</summary>
              <FactChanges changes={passingHeaders} />
            </details>
          )}
        </section>
      )}
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly FactChange[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {before === after ? (
              (after ?? 'none')
            ) : (
              <>
                <del>{before ?? 'none'}</del> <span aria-label="to">→</span> <ins>{after ?? 'none'}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function BodyChanges({ body }: { readonly body: BodyComparison }) {
  switch (body.kind) {
    case 'same':
      return <p className={styles.words}>The same in both.</p>;
    case 'none':
      return <p className={styles.words}>{body.sentence}</p>;
    case 'json':
      return <JsonChanges changes={body.changes} isCut={body.isCut} />;
    case 'lines':
      return <LineChanges hunks={body.hunks} rest={body.rest} />;
  }
}
