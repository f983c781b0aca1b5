import Link from '@docusaurus/Link';
import type { ChangesPage, OperationChanges } from '../../../../contract/reference-page';
import { PageFeedback } from '../../feedback';
import { useVersion } from '../data/reference-site';
import { PageTop } from '../operation/PageTop.view';
import { AnchorLink } from '../schema/AnchorLink.view';
import { ChangeFilter } from './ChangeFilter';
import { ChangeList } from './ChangeList.view';
import { countsInWords } from './counts-in-words';
import { NewOperations } from './NewOperations.view';
import { OperationChange } from './OperationChange.view';
import { useShown } from './use-shown';
import styles from './ChangesView.module.css';

const isNew = ({ kind }: OperationChanges) => kind === 'added';

/** What changed from one version to another: first for all operations, then one by one, then what is new. */
export function ChangesView({ page }: { readonly page: ChangesPage }) {
  const { from, version, shared, operations, counts } = page;
  const shown = useShown();
  const guide = useVersion({ api: page.api, version: from })?.deprecated?.guide;
  const changed = operations.filter((one) => !isNew(one));
  const added = operations.filter(isNew);
  const isSame = shared.length === 0 && operations.length === 0;
  return (
    <article className={styles.changes} data-shown={shown}>
      <PageTop place={page} trail={[]} title={page.title} />
      <p className={styles.lead}>
        {isSame ? 'Nothing that an integration can notice changed.' : countsInWords(counts)}{' '}
        {guide ? (
          <>
            <Link to={guide}>The guide</Link> tells how to move.
          </>
        ) : null}
      </p>
      {counts.breaking > 0 ? <ChangeFilter shown={shown} breaking={counts.breaking} /> : null}
      {shared.length > 0 ? (
        <Part id="all-operations" title="For all operations" isBreaking={shared.some((one) => one.isBreaking)}>
          <p className={styles.note}>Told once, for every operation that has it.</p>
          <ChangeList changes={shared} />
        </Part>
      ) : null}
      {changed.length > 0 ? (
        <Part id="operations" title="Operation by operation" isBreaking={changed.some(({ breaking }) => breaking > 0)}>
          {changed.map((change) => (
            <OperationChange key={change.anchor} change={change} from={from} to={version} />
          ))}
        </Part>
      ) : null}
      {added.length > 0 ? (
        <Part id="new-operations" title="New operations" isBreaking={false}>
          <NewOperations operations={added} />
        </Part>
      ) : null}
      <PageFeedback />
    </article>
  );
}

function Part(props: {
  readonly id: string;
  readonly title: string;
  readonly isBreaking: boolean;
  readonly children: React.ReactNode;
}) {
  const { id, title, isBreaking, children } = props;
  return (
    <section className={styles.part} aria-labelledby={id} data-breaking={isBreaking}>
      <h2 id={id}>
        <AnchorLink id={id}>{title}</AnchorLink>
      </h2>
      {children}
    </section>
  );
}
