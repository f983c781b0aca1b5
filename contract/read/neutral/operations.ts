import type { Operation } from '../../model.ts';
import { readCallbacks } from './callbacks.ts';
import { Identities } from './identity.ts';
import { LinkTargets } from './links.ts';
import { locateOperations } from './locate-operations.ts';
import { readOperation, type Surroundings } from './read-operation.ts';
import type { Reading } from './reading.ts';

/**
 * `paths` (3.1 §4.8.8) and `webhooks` (§4.8.1), in the order of the description. `x-webhooks` is what descriptions of
 * 3.0, GitHub's among them, use for the latter.
 */
export function readOperations(
  reading: Reading,
  stated: Omit<Surroundings, 'linkTargets'>,
): { operations: Operation[]; webhooks: Operation[] } {
  const webhooks = reading.document.webhooks === undefined ? 'x-webhooks' : 'webhooks';
  const identities = new Identities(reading);
  // All have their ids before one is read: a link may name any, and a callback takes what is left.
  const named = [
    ...locateOperations(reading, 'paths', 'operation'),
    ...locateOperations(reading, webhooks, 'webhook'),
  ].map((located) => ({ ...located, ...identities.identify(located) }));
  const surroundings = { ...stated, linkTargets: new LinkTargets(named) };
  const read = named.map((located): Operation => {
    const operation = readOperation(reading, surroundings, located);
    return { ...operation, callbacks: readCallbacks(reading, surroundings, identities, { located, operation }) };
  });
  return {
    operations: read.filter(({ kind }) => kind === 'operation'),
    webhooks: read.filter(({ kind }) => kind === 'webhook'),
  };
}
