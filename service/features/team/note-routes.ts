import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { newId } from '../../platform/ids.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import { mostNotes, noteIdPrefix, type NoteRefusal, type Person } from './note.ts';
import type { NoteStore } from './note-store.ts';
import type { PartnerStore } from './partner-store.ts';
import { noteJson } from './team-json.ts';

export interface NoteRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly sites: readonly string[];
  readonly notes: NoteStore;
  readonly partners: Pick<PartnerStore, 'has'>;
  readonly clock: Clock;
}

interface Named {
  readonly organization: string;
  readonly note: string;
}

/** Notes of the staff on a partner. Whoever changes one says which version they read. */
export function noteRoutes(app: FastifyInstance, deps: NoteRoutesDeps): void {
  const { routes, notes, clock } = deps;
  const own = [refuseForeignOrigins(deps.sites)];

  async function personOf(request: FastifyRequest): Promise<Person> {
    const session = await deps.sessionOf(request);
    if (session === null) throw new ProblemError('session-missing', { detail: 'Sign in, then send it again.' });
    return { id: session.person.id, name: session.person.name };
  }

  routes.add<{ Params: Pick<Named, 'organization'>; Body: { text: string } }>(
    app,
    'createPartnerNote',
    async (request, reply) => {
      const { organization } = request.params;
      const author = await personOf(request);
      if (!(await deps.partners.has(organization))) {
        throw new ProblemError('resource-not-found', { detail: `There is no partner ${organization}.` });
      }
      const text = storable(request.body.text);
      const note = await notes.add(organization, { id: newId(noteIdPrefix), text, author, createdAt: clock.now() });
      if (note === null) {
        throw new ProblemError('resource-conflict', {
          detail: `A partner has ${mostNotes} notes at most. Delete one, then add the next.`,
        });
      }
      void reply.code(201);
      return noteJson(note);
    },
    own,
  );
  routes.add<{ Params: Named; Body: { text: string; version: number } }>(
    app,
    'editPartnerNote',
    async (request) => {
      const { organization, note: id } = request.params;
      const { text, version } = request.body;
      const by = await personOf(request);
      const change = await notes.edit({ organization, id, version }, storable(text), by, clock.now());
      if (change.kind !== 'done') throw refusal(id, change);
      return noteJson(change.note);
    },
    own,
  );
  routes.add<{ Params: Named; Querystring: { version: number } }>(
    app,
    'deletePartnerNote',
    async (request, reply) => {
      const { organization, note: id } = request.params;
      const change = await notes.remove({ organization, id, version: request.query.version });
      if (change.kind !== 'done') throw refusal(id, change);
      return reply.code(204).send();
    },
    own,
  );
}

function refusal(id: string, refused: NoteRefusal): ProblemError {
  if (refused.kind === 'unknown') {
    return new ProblemError('resource-not-found', { detail: `There is no note ${id}. It may have been deleted.` });
  }
  return new ProblemError('resource-conflict', {
    detail: `${refused.by} changed this note since you read it. Read it again, then change it.`,
  });
}

/** PostgreSQL's text has no NUL and no half of a surrogate pair. */
const storable = (text: string): string => text.trim().replaceAll('\0', '').toWellFormed();
