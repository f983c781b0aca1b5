import { useEffect, useState } from 'react';
import Link from '@docusaurus/Link';
import type { IntegrationsCalls } from '../../../portal-client';
import type { Membership } from '../../../portal-client/session';
import { Button, Callout, Skeleton } from '../../../ui';
import { IntegrationCard } from '../IntegrationCard.view';
import { logoSrc } from '../logo-src';
import { wordsByField } from './draft';
import styles from './Edit.module.css';
import { ListingFields } from './ListingFields.view';
import { LogoField } from './LogoField';
import { RemoveListing } from './RemoveListing';
import { stateWords } from './state-words';
import { useListing } from './use-listing';

export interface ListingEditorProps {
  readonly calls: IntegrationsCalls;
  readonly serviceUrl: string;
  readonly organization: Membership;
}

/** The organization's listing: a form, its card as readers will see it, and where it stands. */
export function ListingEditor({ calls, serviceUrl, organization }: ListingEditorProps) {
  const { state, ...editing } = useListing(calls);
  const [isSending, setSending] = useState(false);
  const isChanged = state.kind === 'editing' && state.isChanged;
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);

  if (state.kind === 'loading') return <WaitingEditor />;
  if (state.kind === 'failed') {
    return (
      <Callout kind="danger" title="Your listing could not be read">
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={() => void editing.reload()}>
          Try again
        </Button>
      </Callout>
    );
  }
  const { listing, draft, doing, problem, theirs, said } = state;
  const canEdit = organization.role !== 'viewer';
  const words = stateWords(listing);
  const src = logoSrc(listing.draft.logo, serviceUrl);
  const isWaiting = (listing.state === 'in-review' || listing.state === 'approved') && !isChanged;
  const faults = wordsByField([...(isSending && !isChanged ? listing.missing : []), ...(problem?.places ?? [])]);
  const apis = listing.choices.apis.filter(({ id }) => draft.apis.includes(id)).map(({ label }) => label);
  return (
    <div className={styles.editor}>
      <div className={styles.standing}>
        <p className={styles.state} data-state={listing.is_public ? 'public' : listing.state}>
          <strong>{words.word}</strong> {words.means}{' '}
          {listing.is_public && listing.slug !== null ? (
            <Link to={`/integrations/${listing.slug}`}>See it in the directory</Link>
          ) : null}
        </p>
        {listing.note !== null ? (
          <Callout kind={listing.state === 'returned' ? 'warning' : 'note'} title="What the team says">
            <p className={styles.note} dir="auto">
              {listing.note}
            </p>
          </Callout>
        ) : null}
        {theirs !== null ? (
          <Callout kind="warning" title="Somebody else stored another version meanwhile">
            <p>Nothing of yours was stored, and nothing of theirs is lost. Which one do you go on with?</p>
            <div className={styles.ways}>
              <Button size="small" onClick={editing.takeTheirs}>
                Take theirs
              </Button>
              <Button size="small" onClick={editing.keepMine}>
                Go on with mine
              </Button>
            </div>
          </Callout>
        ) : null}
      </div>
      {canEdit ? (
        <form
          className={styles.form}
          aria-label="Listing"
          onSubmit={(event) => {
            event.preventDefault();
            setSending(false);
            void editing.save();
          }}
        >
          <LogoField
            name={draft.name}
            src={src}
            isBusy={doing === 'logo'}
            onFile={(file) => void editing.saveLogo(file)}
            onRemove={() => void editing.removeLogo()}
          />
          <ListingFields draft={draft} choices={listing.choices} faults={faults} onEdit={editing.edit} />
          <div className={styles.deeds}>
            <Button type="submit" busy={doing === 'save'} disabled={!isChanged || theirs !== null}>
              Save the draft
            </Button>
            <Button
              variant="primary"
              busy={doing === 'submit'}
              disabled={isWaiting || theirs !== null}
              onClick={() => {
                setSending(true);
                void editing.submit();
              }}
            >
              Send to review
            </Button>
            <p role="status" className={styles.said}>
              {said}
            </p>
          </div>
          {problem !== null ? (
            <p role="alert" className={styles.fault}>
              {problem.detail ?? `${problem.title}.`}
            </p>
          ) : null}
        </form>
      ) : (
        <p className={styles.said}>You look on as a viewer: owners and developers of {organization.name} write it.</p>
      )}
      <aside className={styles.preview} aria-label="Preview">
        <p className={styles.caption}>So it stands in the directory</p>
        <IntegrationCard
          content={{
            name: draft.name || 'Your integration',
            summary: draft.summary,
            kind: draft.kind,
            logo: src,
            apis,
          }}
          to={null}
        />
        {organization.role === 'owner' && listing.changed_at !== null ? (
          <RemoveListing
            isPublic={listing.is_public}
            isBusy={doing === 'remove'}
            onRemove={() => void editing.remove()}
          />
        ) : null}
      </aside>
    </div>
  );
}

export function WaitingEditor() {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading your listing</span>
      <Skeleton lines={9} height="36px" />
    </div>
  );
}
