import type { FastifyPluginAsync } from 'fastify';
import { type MeetTrouble, meetTrouble } from './meet-trouble.ts';
import { type After, waits } from './waits.ts';

export { brokenAnswer } from './broken-answer.ts';
export type { MeetTrouble, MetTrouble } from './meet-trouble.ts';
export { type InsteadAnswer, troubleHeader } from './trouble.ts';
export type { TroubledRequest } from './troubled-request.ts';

export interface TroubleFeature {
  /** What is to go wrong with a request to the sandbox. */
  readonly meet: MeetTrouble;
  /** Lets go of the answers that are held back when the application stops. */
  readonly plugin: FastifyPluginAsync;
}

/** Trouble on demand, in the sandbox: what a request asks for by its headers or by a magic value in it. */
export function troubleFeature(deps: { readonly after?: After } = {}): TroubleFeature {
  const held = waits(deps.after ?? systemAfter);
  return {
    meet: meetTrouble({ waits: held }),
    plugin: async (app) => {
      app.addHook('preClose', () => held.endAll());
    },
  };
}

const systemAfter: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
