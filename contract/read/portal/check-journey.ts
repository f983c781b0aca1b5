import type { JourneyConfig, JourneyStepConfig } from '../../journey-config.ts';
import type { PortalConfig } from '../../portal-config.ts';
import { duplicates } from './duplicates.ts';
import { describeUnknownVersion, remedy } from './named-version.ts';
import { namedBy } from './proof-names.ts';
import type { ConfigPath, ConfigProblem } from './shape.ts';

/** What is wrong with a journey by itself: names used twice, steps that wait for each other, APIs that are none. */
export function checkJourney(config: PortalConfig, journey: JourneyConfig, path: ConfigPath): ConfigProblem[] {
  const problems = duplicates(journey.steps, [...path, 'steps'], `two steps of "${journey.id}" have the id`);
  journey.steps.forEach((step, index) => {
    const at = [...path, 'steps', index];
    for (const named of namedBy(step, at)) {
      const unknown = describeUnknownVersion(config, named.name);
      if (unknown) problems.push({ path: named.path, sentence: unknown });
    }
    problems.push(...checkAfter(journey, step, at), ...checkResource(journey, index, at), ...checkForm(step, at));
  });
  return problems;
}

function checkAfter(journey: JourneyConfig, { id, after = [] }: JourneyStepConfig, at: ConfigPath): ConfigProblem[] {
  const ids = journey.steps.map((step) => step.id);
  return after.flatMap((name, place) => {
    const path = [...at, 'after', place];
    if (!ids.includes(name)) return [{ path, sentence: `"${journey.id}" has no step "${name}". ${remedy(name, ids)}` }];
    if (!leadsTo(journey, name, id)) return [];
    const sentence = `"${id}" waits for itself, by way of "${name}". Take one of the two out of "after".`;
    return [{ path, sentence }];
  });
}

/** Whether the step `from` is, or waits for, the step `to`. */
function leadsTo({ steps }: JourneyConfig, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const one of steps.find((step) => step.id === id)?.after ?? []) seen.add(one);
  return seen.has(to);
}

function checkResource(journey: JourneyConfig, index: number, at: ConfigPath): ConfigProblem[] {
  const proof = journey.steps[index]?.proof;
  if (proof?.kind !== 'traffic' || proof.sameResourceAs === undefined) return [];
  const earlier = journey.steps.slice(0, index).filter((step) => step.proof.kind === 'traffic');
  const ids = earlier.map((step) => step.id);
  if (ids.includes(proof.sameResourceAs)) return [];
  const sentence = `no earlier step proven by traffic is called "${proof.sameResourceAs}". ${remedy(proof.sameResourceAs, ids)}`;
  return [{ path: [...at, 'proof', 'sameResourceAs'], sentence }];
}

function checkForm({ proof }: JourneyStepConfig, at: ConfigPath): ConfigProblem[] {
  if (proof.kind !== 'form') return [];
  const path = [...at, 'proof', 'fields'];
  const withoutOptions = proof.fields.flatMap(({ id, kind, options }, index) =>
    kind === 'choice' && options === undefined
      ? [{ path: [...path, index], sentence: `the field "${id}" offers nothing to choose. Add its "options".` }]
      : [],
  );
  return [...duplicates(proof.fields, path, 'two fields have the id'), ...withoutOptions];
}
