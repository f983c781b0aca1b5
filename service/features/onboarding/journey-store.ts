import type { JourneyRecord } from './journey-record.ts';

/** Where it is kept what an organization has proven. */
export interface JourneyStore {
  /** Of a journey, also of steps that it no longer has. */
  records(organization: string, journey: string): Promise<readonly JourneyRecord[]>;
  /** Another text says that something else is said of the journey's steps. */
  stamp(organization: string, journey: string): Promise<string>;
  /** Keeps what is said of a step, in the place of what was said by another definition or was not proven. False: it was proven already. */
  keep(organization: string, record: JourneyRecord): Promise<boolean>;
  /** Says it again, whatever was said before. */
  replace(organization: string, record: JourneyRecord): Promise<void>;
  /** Up to which exchange the records were looked at for a journey of these definitions; null: not at all. */
  lookedUpTo(organization: string, journey: string, definitions: string): Promise<string | null>;
  looked(organization: string, journey: string, definitions: string, exchange: string): Promise<void>;
  /** Since when a step has this definition here: when it was first asked. */
  definedSince(step: { journey: string; step: string; definition: string }, now: Date): Promise<Date>;
  /** Removes what guests have proven before. */
  forgetGuests(before: Date): Promise<void>;
}
