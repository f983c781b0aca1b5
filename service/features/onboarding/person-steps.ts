import type { Contract } from '../../../contract/model.ts';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Answers, checkAnswers } from './check-answers.ts';
import { stepOf } from './journey-of.ts';
import type { JourneyProgress } from './journey-progress.ts';
import type { Evidence, Who } from './journey-record.ts';
import type { JourneyStore } from './journey-store.ts';
import { isLaunch, knownDefinition, type ReadProgress } from './read-progress.ts';

export interface PersonStepDeps {
  readonly store: JourneyStore;
  readonly contracts: readonly Contract[];
  readonly clock: Clock;
  readonly read: ReadProgress;
  readonly onLaunch: (organization: string, at: Date) => Promise<void>;
}

export interface Place {
  readonly journey: JourneyConfig;
  readonly step: string;
  readonly organization: string;
}

/** What people do on a journey: filling in, agreeing, reviewing. Each resolves with the progress after it. */
export interface PersonSteps {
  /** Throws `request-invalid` with each field that is wrong. May be done again: the last answers count. */
  fillIn(place: Place, answers: Answers, by: Who): Promise<JourneyProgress>;
  /** Throws `resource-conflict` where the document has another version by now. */
  agree(place: Place, version: string, by: Who): Promise<JourneyProgress>;
  review(
    place: Place,
    decision: { readonly isApproved: boolean; readonly note: string },
    by: Who,
  ): Promise<JourneyProgress>;
}

export function personSteps({ store, contracts, clock, read, onLaunch }: PersonStepDeps): PersonSteps {
  /** Throws `resource-conflict` where something else comes first. */
  async function say({ journey, step: id, organization }: Place, isProven: boolean, evidence: Evidence) {
    const progress = await read(journey, organization);
    const now = progress.steps.find((one) => one.id === id);
    if (now === undefined) throw new Error('The step is of the journey.');
    if (now.state !== 'proven' && !now.mayStart) {
      throw new ProblemError('resource-conflict', {
        detail: `"${now.title}" cannot be done yet. ${now.missing ?? ''}`.trim(),
      });
    }
    const step = journey.steps.find((one) => one.id === id);
    if (step === undefined) throw new Error('The step is of the journey.');
    const definition = knownDefinition(step, contracts);
    const record = {
      journey: journey.id,
      step: id,
      title: step.title,
      definition,
      at: clock.now(),
      isProven,
      evidence,
    };
    if (isProven && isLaunch(journey, record)) await onLaunch(organization, record.at);
    await store.replace(organization, record);
    return read(journey, organization);
  }

  return {
    fillIn(place, answers, by) {
      const { proof } = stepOf(place.journey, place.step, 'form');
      const errors = checkAnswers(proof.fields, answers);
      if (errors.length > 0)
        throw new ProblemError('request-invalid', { detail: 'Some answers cannot be taken.', errors });
      return say(place, true, { kind: 'form', answers, by });
    },
    agree(place, version, by) {
      const { proof } = stepOf(place.journey, place.step, 'agreement');
      if (version !== proof.version) {
        throw new ProblemError('resource-conflict', {
          detail: `${proof.document} is there in version ${proof.version} now. Read it, then agree to that version.`,
        });
      }
      return say(place, true, { kind: 'agreement', document: proof.document, version, by });
    },
    review(place, { isApproved, note }, by) {
      stepOf(place.journey, place.step, 'review');
      return say(place, isApproved, { kind: 'review', note, by });
    },
  };
}
