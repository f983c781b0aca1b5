import type { Organization, OrganizationCalls } from '../../portal-client';
import { Button, Callout, Section, Skeleton } from '../../ui';
import { DeedWords } from './DeedWords.view';
import { Happened } from './Happened';
import { Invitations } from './Invitations.view';
import { InviteForm } from './InviteForm';
import { Members } from './Members.view';
import { MyInvitations } from './MyInvitations';
import { NameForm } from './NameForm';
import { NewOrganization } from './NewOrganization';
import { OrganizationHead } from './OrganizationHead';
import { roleWords } from './role-words';
import { type Deed, useDeed } from './use-deed';
import { usePeople } from './use-people';

export interface OrganizationBoardProps {
  readonly calls: OrganizationCalls;
  readonly organization: Organization;
  readonly organizations: readonly Organization[];
  /** The session says something new. */
  readonly onChanged: () => Promise<unknown>;
}

/** One organization: its name, members and invitations. */
export function OrganizationBoard({ calls, organization, organizations, onChanged }: OrganizationBoardProps) {
  const { id, name, role } = organization;
  const isOwner = role === 'owner';
  const { state, load } = usePeople(calls, organization);
  const [people, inviting, naming] = [useDeed(), useDeed(), useDeed()];
  const act = async (deed: Deed, ...what: Parameters<Deed['run']>): Promise<boolean> => {
    const isDone = await deed.run(...what);
    await load();
    return isDone;
  };
  const thenAsk = async (done: Promise<boolean>): Promise<void> => {
    if (await done) await onChanged();
  };
  return (
    <>
      <OrganizationHead
        organization={organization}
        organizations={organizations}
        isSwitching={naming.doing === 'switch'}
        onSwitch={(to) => void thenAsk(naming.run('switch', () => calls.switchTo(to), ''))}
      />
      <MyInvitations calls={calls} onJoined={onChanged} />
      {state.kind === 'failed' ? (
        <Callout kind="warning" title="Your organization could not be loaded">
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button size="small" onClick={() => void load()}>
            Try again
          </Button>
        </Callout>
      ) : null}
      <Section title="Members" text="An owner decides who belongs to it, a developer makes keys, a viewer looks.">
        {state.kind === 'loading' ? <Loading /> : null}
        {state.kind === 'shown' ? (
          <Members
            organization={name}
            members={state.members}
            isOwner={isOwner}
            deed={people}
            onRole={(member, to) =>
              void act(
                people,
                `role ${member.id}`,
                () => calls.changeRole(id, member.id, to),
                `${member.name} is ${roleWords(to)} now.`,
              ).then((isDone) => (isDone && member.is_you ? onChanged() : undefined))
            }
            onRemove={(member) =>
              void act(
                people,
                `remove ${member.id}`,
                () => calls.remove(id, member.id),
                `${member.name} does not belong to it any more.`,
              )
            }
            onLeave={() => void thenAsk(people.run('leave', () => calls.leave(id), ''))}
          />
        ) : null}
      </Section>
      {state.kind === 'shown' && state.invitations !== null ? (
        <Section title="Invitations" text="A mail with a link that stands for 14 days, for its address only.">
          <InviteForm
            busy={inviting.doing === 'invite'}
            problem={inviting.refused?.which === 'invite' ? inviting.refused.problem : null}
            onInvite={(email, wanted) =>
              act(
                inviting,
                'invite',
                () => calls.invite(id, { email, role: wanted }),
                `The mail to ${email} is on its way.`,
              )
            }
          />
          <DeedWords deed={inviting} which={(doing) => doing !== 'invite'} />
          <Invitations
            invitations={state.invitations}
            doing={inviting.doing}
            onResend={(one) =>
              void act(
                inviting,
                `resend ${one.id}`,
                () => calls.resend(id, one.id),
                `The mail to ${one.email} is on its way.`,
              )
            }
            onCancel={(one) =>
              void act(
                inviting,
                `cancel ${one.id}`,
                () => calls.cancel(id, one.id),
                `The invitation of ${one.email} is cancelled.`,
              )
            }
          />
        </Section>
      ) : null}
      {isOwner ? (
        <Section title="Name" text="As colleagues and the portal’s team see it.">
          <NameForm
            key={name}
            label="Name"
            verb="Rename"
            value={name}
            busy={naming.doing === 'rename'}
            problem={naming.refused ? (naming.refused.problem.detail ?? `${naming.refused.problem.title}.`) : null}
            onName={(next) => void thenAsk(naming.run('rename', () => calls.rename(id, next), 'Renamed.'))}
          />
          <DeedWords deed={naming} which={() => false} />
        </Section>
      ) : null}
      {isOwner ? (
        <Section
          title="What happened"
          text="Keys, people and names, for 365 days. Only owners see it, and nobody can change it."
        >
          <Happened calls={calls} organization={id} after={state} />
        </Section>
      ) : null}
      <Section title="Another one" text="With keys, a sandbox and progress of its own. You can act for each in turn.">
        <NewOrganization calls={calls} label="Make it" onMade={onChanged} />
      </Section>
    </>
  );
}

function Loading() {
  return (
    <div role="status">
      <span className="pt-unseen">Loading the members</span>
      <Skeleton lines={3} height="40px" />
    </div>
  );
}
