import { useCallback, useMemo } from 'react';
import { type AccessCalls, createAccessCalls, type EarlyAccess } from '../../portal-client';
import { type SignedIn, useSession } from '../../portal-client/session';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Button, ButtonLink, Callout, Page, PageHead, Section, Skeleton } from '../../ui';
import { AskForm } from './AskForm';
import { Opens } from './Opens.view';
import { useList } from './use-list';
import styles from './EarlyAccess.module.css';

/** `/early-access`: what one's organization sees before others do, and asking for more. */
export function EarlyAccessPage() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  return (
    <Page>
      <PageHead
        title="Early access"
        lead="Guides and APIs that some partners work with before they are there for everybody."
      />
      <noscript>
        <p className={styles.script}>
          This page needs JavaScript: what is early access for you is not part of it. Whoever is in can open its pages
          without.
        </p>
      </noscript>
      {state.kind === 'unknown' ? (
        <Loading />
      ) : (
        <Wired serviceUrl={serviceUrl} session={state.kind === 'person' ? state.session : null} />
      )}
    </Page>
  );
}

function Wired({ serviceUrl, session }: { readonly serviceUrl: string; readonly session: SignedIn | null }) {
  const calls = useMemo(() => createAccessCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <EarlyGroups calls={calls} session={session} />;
}

export function EarlyGroups({ calls, session }: { readonly calls: AccessCalls; readonly session: SignedIn | null }) {
  const read = useCallback(() => calls.list(), [calls]);
  const { state, load } = useList(read, `${session?.person.id} ${session?.organization?.id}`);
  if (state.kind === 'loading') return <Loading />;
  if (state.kind === 'failed') {
    return (
      <Callout kind="warning" title="Early access could not be loaded">
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={() => void load()}>
          Try again
        </Button>
      </Callout>
    );
  }
  if (state.items.length === 0) {
    return <p className={styles.empty}>There is nothing at the moment that partners can ask for.</p>;
  }
  const ask = async (group: string, note: string) => {
    const outcome = await calls.ask(group, note);
    if (outcome.kind === 'ok') await load();
    return outcome;
  };
  return state.items.map((group) => (
    <Section key={group.id} title={group.title} text={group.text}>
      <Standing group={group} session={session} onAsk={(note) => ask(group.id, note)} />
    </Section>
  ));
}

function Standing({
  group: { title, standing, opens },
  session,
  onAsk,
}: {
  readonly group: EarlyAccess;
  readonly session: SignedIn | null;
  readonly onAsk: (note: string) => ReturnType<AccessCalls['ask']>;
}) {
  if (standing === 'in') return <Opens things={opens} nothing="You are in. There is nothing in it yet." />;
  if (standing === 'asked') {
    return (
      <p role="status" className={styles.quiet}>
        <span className={styles.asked}>{session?.organization?.name ?? 'Your organization'} has asked.</span> The team
        decides, and this page shows it.
      </p>
    );
  }
  if (session === null) {
    return (
      <p className={styles.quiet}>
        <ButtonLink to="/sign-in?to=/early-access">Sign in to ask for access</ButtonLink>
      </p>
    );
  }
  if (session.organization === null) {
    return (
      <p className={styles.quiet}>
        <ButtonLink to="/organization">Make an organization, then ask for it</ButtonLink>
      </p>
    );
  }
  if (session.organization.role === 'viewer') {
    return <p className={styles.quiet}>An owner or a developer of {session.organization.name} can ask for access.</p>;
  }
  return <AskForm title={title} onAsk={onAsk} />;
}

function Loading() {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading early access</span>
      <Skeleton lines={4} height="40px" />
    </div>
  );
}
