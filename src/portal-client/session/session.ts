import type { components } from '../generated';

type Answer = components['schemas']['Session'];
export type Person = components['schemas']['Person'];
export type Membership = components['schemas']['Membership'];

/** Somebody who is signed in, and for whom. */
export interface SignedIn extends Answer {
  readonly person: Person;
}

/** Who is at this browser, as far as the page knows. */
export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'guest' }
  | { readonly kind: 'person'; readonly session: SignedIn }
  /** The service could not be asked. */
  | { readonly kind: 'unreached' };

/** What the service's answer says. */
export function sessionStateOf(answer: Answer): SessionState {
  const { person } = answer;
  return person ? { kind: 'person', session: { ...answer, person } } : { kind: 'guest' };
}

/** Whether the same person acts for the same organization: what other tabs need not hear of. */
export function isSameSession(one: SessionState, other: SessionState): boolean {
  return one.kind === other.kind && nameOf(one) === nameOf(other);
}

function nameOf(state: SessionState): string | undefined {
  return state.kind === 'person' ? `${state.session.person.id} ${state.session.organization?.id}` : undefined;
}

/** At most two signs that stand for a name: `Ada King Lovelace` is `AL`. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
