import type { PortalProblem, Sandbox } from '../../../portal-client';

/** What is under way, by the name of its button. */
export type Doing =
  'reset' | 'generate' | 'examples' | 'import' | 'export' | 'clock' | 'take' | `restore ${string}` | `remove ${string}`;

/** What came of the last thing that was done. */
export type Said =
  | { readonly kind: 'done'; readonly words: string; readonly undo: string | null }
  | { readonly kind: 'problem'; readonly problem: PortalProblem };

export type StateFlow =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly sandbox: Sandbox; readonly doing: Doing | null; readonly said: Said | null };

export type StateEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'read'; readonly sandbox: Sandbox }
  | { readonly kind: 'unread'; readonly problem: PortalProblem }
  | { readonly kind: 'began'; readonly doing: Doing }
  | { readonly kind: 'done'; readonly sandbox: Sandbox; readonly words: string; readonly undo?: string | null }
  | { readonly kind: 'refused'; readonly problem: PortalProblem };

export const stateStart: StateFlow = { kind: 'loading' };

/** A sandbox that was once shown stays in view, whatever happens to what is done with it. */
export function reduceState(flow: StateFlow, event: StateEvent): StateFlow {
  switch (event.kind) {
    case 'asked':
      return flow.kind === 'shown' ? flow : stateStart;
    case 'read':
      return flow.kind === 'shown'
        ? { ...flow, sandbox: event.sandbox }
        : { kind: 'shown', sandbox: event.sandbox, doing: null, said: null };
    case 'unread':
      return flow.kind === 'shown' ? flow : { kind: 'failed', problem: event.problem };
    case 'began':
      return flow.kind === 'shown' ? { ...flow, doing: event.doing, said: null } : flow;
    case 'done':
      return {
        kind: 'shown',
        sandbox: event.sandbox,
        doing: null,
        said: { kind: 'done', words: event.words, undo: event.undo ?? null },
      };
    case 'refused':
      return flow.kind === 'shown'
        ? { ...flow, doing: null, said: { kind: 'problem', problem: event.problem } }
        : { kind: 'failed', problem: event.problem };
  }
}
