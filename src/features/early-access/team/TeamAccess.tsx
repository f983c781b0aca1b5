import { useCallback, useMemo } from 'react';
import { type AccessGroup, createTeamAccessCalls, type TeamAccessCalls } from '../../../portal-client';
import { Button, Callout, Skeleton } from '../../../ui';
import { StaffOnly, TeamPage } from '../../team';
import { useList } from '../use-list';
import { GroupSection } from './GroupSection';
import styles from './TeamAccess.module.css';

/** `/team/access`: who is in each group of early access, and who asks to be. */
export function TeamAccess() {
  return (
    <TeamPage
      title="Early access"
      lead="Who sees guides and APIs before everybody does. A change counts for the next request."
    >
      <StaffOnly>{(_, serviceUrl) => <Wired serviceUrl={serviceUrl} />}</StaffOnly>
    </TeamPage>
  );
}

function Wired({ serviceUrl }: { readonly serviceUrl: string }) {
  const calls = useMemo(() => createTeamAccessCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <AccessGroups calls={calls} />;
}

export function AccessGroups({ calls }: { readonly calls: TeamAccessCalls }) {
  const read = useCallback(() => calls.list(), [calls]);
  const { state, load } = useList<AccessGroup>(read, '');
  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.waiting}>
        <span className="pt-unseen">Loading the groups</span>
        <Skeleton lines={6} height="40px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Callout kind="warning" title="The groups could not be loaded">
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={() => void load()}>
          Try again
        </Button>
      </Callout>
    );
  }
  if (state.items.length === 0) {
    return (
      <p className={styles.empty}>
        portal.config.ts declares no group. Add one to <code>access</code> there, name it in a guide or an API, and
        build the site.
      </p>
    );
  }
  return state.items.map((group) => <GroupSection key={group.id} calls={calls} group={group} onChanged={load} />);
}
