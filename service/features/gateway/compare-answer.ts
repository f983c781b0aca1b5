import { performance } from 'node:perf_hooks';
import { answerFindings, brokenBody } from './check.ts';
import type { CheckBudget } from './check-budget.ts';
import { type Comparison, type Facts, needed } from './facts.ts';
import { inflate } from './inflate.ts';
import { isJsonAnswer, mostCompared } from './read-answer.ts';
import { readJson } from './read-json.ts';

/** Compares an answer, as far as it is held, with what the contract promises; not where the gateway is busy. `isForced`: in any case. */
export function compareAnswer(facts: Facts, budget: CheckBudget, isForced = false): Comparison {
  if (facts.comparison !== undefined) return facts.comparison;
  const { operation } = needed(facts.match, 'match');
  const { contract } = needed(facts.served, 'served');
  const answer = needed(facts.answer, 'answer');
  const kind = `${contract.api}/${contract.version}/${operation.id} ${answer.status}`;
  // Refusals that the gateway says in the API's place are not the API's, and trouble was asked for.
  const isOurs = answer.problem !== undefined || facts.trouble !== undefined;
  if (isOurs || (!isForced && !budget.allows(kind))) return { isWhole: false, findings: [] };
  const from = performance.now();
  try {
    return compared(facts);
  } finally {
    budget.spend(performance.now() - from);
  }
}

function compared(facts: Facts): Comparison {
  const { body, headers } = needed(facts.answer, 'answer');
  if (body.kind === 'stream') return { isWhole: !isJsonAnswer(headers), findings: answerFindings(facts, 'unread') };
  if (body.kind === 'none') return { isWhole: true, findings: answerFindings(facts, body) };
  if (body.value !== undefined || !isJsonAnswer(headers))
    return { isWhole: true, findings: answerFindings(facts, body), value: body.value };
  const inflated = inflate(body.bytes, headers['content-encoding']?.toString(), mostCompared);
  if (inflated.kind === 'unknown') return { isWhole: false, findings: answerFindings(facts, 'unread') };
  const isSuccess = needed(facts.answer, 'answer').status < 300;
  if (inflated.kind === 'broken')
    return { isWhole: true, findings: [brokenBody(inflated.encoding)], isUnusable: isSuccess };
  const reading = readJson(inflated.bytes.toString('utf8'));
  const value = reading.kind === 'read' ? { value: reading.value } : {};
  // An empty body is not as promised, and can be read.
  const isUnusable = isSuccess && reading.kind === 'malformed' && inflated.bytes.length > 0;
  const findings = answerFindings(facts, { ...body, bytes: inflated.bytes, ...value });
  return { isWhole: true, findings, ...value, ...(isUnusable && { isUnusable }) };
}
