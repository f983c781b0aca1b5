import type { Outcome, PortalProblem, SandboxTrouble, TroubleScenarioId } from '../../portal-client';

/** What the panel shows. */
export type TroubleState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | {
      readonly kind: 'shown';
      readonly scenarios: readonly SandboxTrouble[];
      /** The scenario that is being switched. */
      readonly switching: TroubleScenarioId | null;
      /** Why the last switch did not work. */
      readonly refused: { readonly scenario: TroubleScenarioId; readonly problem: PortalProblem } | null;
      /** What is told to who does not see it. */
      readonly said: string;
    };

export type TroubleEvent =
  | { readonly kind: 'listed'; readonly outcome: Outcome<readonly SandboxTrouble[]> }
  | { readonly kind: 'pressed'; readonly scenario: TroubleScenarioId }
  | { readonly kind: 'switched'; readonly scenario: TroubleScenarioId; readonly outcome: Outcome<SandboxTrouble> };

export const troubleStart: TroubleState = { kind: 'loading' };

export function reduceTrouble(state: TroubleState, event: TroubleEvent): TroubleState {
  switch (event.kind) {
    case 'listed':
      return listed(state, event.outcome);
    case 'pressed':
      return state.kind === 'shown' ? { ...state, switching: event.scenario, refused: null } : state;
    case 'switched':
      return switched(state, event.scenario, event.outcome);
  }
}

/** A list that does not come leaves what was there; a list that was asked for before a switch must not undo it. */
function listed(state: TroubleState, outcome: Outcome<readonly SandboxTrouble[]>): TroubleState {
  if (state.kind !== 'shown') {
    if (outcome.kind === 'problem') return { kind: 'failed', problem: outcome.problem };
    return { kind: 'shown', scenarios: outcome.value, switching: null, refused: null, said: '' };
  }
  if (outcome.kind === 'problem' || state.switching !== null) return state;
  return { ...state, scenarios: outcome.value };
}

function switched(state: TroubleState, scenario: TroubleScenarioId, outcome: Outcome<SandboxTrouble>): TroubleState {
  if (state.kind !== 'shown') return state;
  if (outcome.kind === 'problem') {
    const { problem } = outcome;
    return { ...state, switching: null, refused: { scenario, problem }, said: `That did not work. ${problem.title}.` };
  }
  const now = outcome.value;
  const scenarios = state.scenarios.map((one) => (one.scenario === scenario ? now : one));
  return { ...state, scenarios, switching: null, refused: null, said: `${now.title} is ${now.on ? 'on' : 'off'}.` };
}
