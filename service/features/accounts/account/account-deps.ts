import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { AuthOf } from '../identity/auth-of.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import type { AccountStore } from './account-store.ts';
import type { ProvePerson } from './prove-person.ts';

/** An organization's keys, as its members' accounts have to do with them. */
export interface OrganizationKeys {
  list(organization: string): Promise<readonly { readonly id: string; readonly label: string | null }[]>;
  /** Ends all of them. */
  revokeAll(organization: string): Promise<void>;
}

/** What another feature keeps of a person. */
export interface PersonalThings {
  /** By which they stand in an export. */
  readonly name: string;
  readonly of: (person: LeavingPerson) => Promise<readonly object[]>;
  /** Nothing says afterwards that it was this person; once more does no harm. */
  readonly forget: (person: LeavingPerson) => Promise<void>;
}

export interface LeavingPerson {
  readonly id: string;
  readonly email: string;
}

/** What the routes of one's own account are made of. */
export interface AccountDeps {
  readonly routes: ContractRoutes;
  readonly authOf: AuthOf;
  readonly sessionOf: SessionOfRequest;
  readonly store: AccountStore;
  readonly audit: AuditLog;
  readonly prove: ProvePerson;
  /** Counts passwords that are given, by the person's id. */
  readonly limitPasswords: (person: string) => Promise<void>;
  /** Counts codes that are given, by the person's id. */
  readonly limitCodes: (person: string) => Promise<void>;
  readonly keys: OrganizationKeys;
  readonly elsewhere: () => readonly PersonalThings[];
  /** A provider's name by its id. */
  readonly nameOfProvider: (id: string) => string;
  readonly clock: Clock;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}
