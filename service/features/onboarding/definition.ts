import { createHash } from 'node:crypto';
import type { JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { Contract, Operation } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';

/**
 * A hash of what a step asks for: its proof, and with `recheck` what the contract says of its operations, but for texts and examples. A
 * step that was proven by another definition is to be shown again.
 */
export function definitionOf({ proof, recheck }: JourneyStepConfig, contracts: readonly Contract[]): string {
  const asked = proof.kind === 'form' ? { ...proof, fields: proof.fields.map(withoutWords) } : proof;
  const named = [
    ...('operation' in proof ? [proof.operation] : []),
    ...('actsBy' in proof ? [proof.actsBy] : []),
  ].filter((name) => name !== undefined);
  const shapes = recheck === true ? named.map((name) => shapeOf(name, contracts)) : [];
  return createHash('sha256')
    .update(JSON.stringify([asked, ...shapes]))
    .digest('base64url')
    .slice(0, 22);
}

function withoutWords({
  id,
  kind,
  required,
  options,
}: {
  id: string;
  kind: string;
  required?: boolean;
  options?: readonly string[];
}) {
  return { id, kind, required, options };
}

function shapeOf(name: string, contracts: readonly Contract[]): unknown {
  const [api = '', version = '', ...rest] = name.split('/');
  const contract = contracts.find((one) => one.api === api && one.version === version);
  const operation = contract?.operations.find(({ id }) => id === rest.join('/'));
  return contract && operation && withRefs(contract, operation);
}

/** The operation, and everything that it refers to, each once. */
function withRefs(contract: Contract, { method, path, parameters, requestBody, responses }: Operation): unknown {
  const refs = new Set<string>();
  const own = bare({ method, path, parameters, requestBody, responses }, refs, false);
  const others: [string, unknown][] = [];
  for (const ref of refs) others.push([ref, bare(followRef(contract, ref), refs, false)]);
  return [own, others.toSorted(([one], [other]) => (one < other ? -1 : 1))];
}

const words: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'pointer',
  'links',
]);

/** Without what only people read. The names of properties are the contract's, whatever they are. */
function bare(value: unknown, refs: Set<string>, areNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => bare(one, refs, false));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => areNames || !(words.has(name) || name.startsWith('x-')));
  return Object.fromEntries(
    kept.map(([name, member]) => {
      if (!areNames && name === '$ref' && typeof member === 'string' && member.startsWith('#')) refs.add(member);
      return [name, bare(member, refs, !areNames && (name === 'properties' || name === 'patternProperties'))];
    }),
  );
}
