import type { Contract, Schema } from './model.ts';
import { drawValue } from './sample/draw.ts';
import { Plan } from './sample/plan.ts';
import { type Direction, validatorFor } from './validate/index.ts';

/** Each round mends at least one place; what is not mended by then contradicts itself. */
const MAXIMUM_ROUNDS = 40;

/**
 * A value that fits a schema: from the contract's examples, defaults and enums first, the rest made up. The same each
 * time. A request's has nothing `readOnly`, a response's nothing `writeOnly`. Where a schema cannot be met (it
 * contradicts itself, or an odd pattern), the nearest value that was found.
 */
export function sampleSchema(contract: Contract, schema: Schema, direction: Direction): unknown {
  const validator = validatorFor(contract);
  const plan = new Plan();
  let best: { value: unknown; findings: number } | undefined;
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    plan.begin();
    const value = drawValue(contract, schema, direction, plan);
    const findings = validator.validate(schema, value, direction);
    if (findings.length === 0) return value;
    if (!best || findings.length < best.findings) best = { value, findings: findings.length };
    if (!plan.learn(findings)) break;
  }
  return best?.value;
}

/**
 * The first draft of `sampleSchema`, not checked against the schema (99 in 100 of GitHub's fit): for what is only shown,
 * where compiling thousands of schemas would cost seconds.
 */
export function sketchSchema(contract: Contract, schema: Schema, direction: Direction): unknown {
  const plan = new Plan();
  plan.begin();
  return drawValue(contract, schema, direction, plan);
}
