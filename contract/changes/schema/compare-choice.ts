import type { Contract } from '../../model.ts';
import type { Direction } from '../change.ts';
import { facetsOf, type Facets } from './facets.ts';
import type { PairResult, Sides } from './pair-result.ts';
import {
  type Alternatives,
  choiceChange,
  compareAlternatives,
  discriminatorChange,
  nameAlternatives,
} from './rules/alternatives.ts';

/** What one can choose from on either side; undefined where neither leaves a choice. */
export function compareChoice(
  pair: Sides<Facets>,
  direction: Direction,
  contracts: Sides<Contract>,
): PairResult | undefined {
  const { before, after } = pair;
  if (before.alternatives.length === 0 && after.alternatives.length === 0) return undefined;
  const are = alternativesOf(after, before, contracts.after);
  const were = alternativesOf(before, after, contracts.before);
  if (were.size === 0 || are.size === 0) return { changes: [choiceChange(were, are)], children: [] };
  const { changes, pairs } = compareAlternatives(were, are, direction);
  return {
    changes: [...discriminatorChange(before, after), ...changes],
    children: pairs.map(([name, left, right]) => ({ step: `(${name})`, before: left, after: right })),
  };
}

/** Without a choice, it is the one alternative of the other side that has its name. */
function alternativesOf(facets: Facets, other: Facets, contract: Contract): Alternatives {
  if (facets.alternatives.length > 0) return nameAlternatives(facets.alternatives);
  const own = [...nameAlternatives(other.alternatives).keys()].flatMap((name) => {
    const schema = Object.hasOwn(contract.schemas, name) ? contract.schemas[name] : undefined;
    return schema !== undefined && facetsOf(contract, schema) === facets ? [[name, schema] as const] : [];
  });
  return new Map(own);
}
