import { useEffect, useState } from 'react';
import type { OperationPage, SchemaView } from '../../../../../contract/reference-page';
import { headerOf, type Answer } from '../answer';
import { indexJson } from '../json-index/json-indexer';
import type { AnswerFinding } from './answer-finding';
import { checkAnswer } from './check-answer';
import { declaredBody } from './declared-body';

/** Parts lead to parts; a recursive schema has no last one. */
const mostRounds = 6;
const mostParts = 60;

/** The answer's findings, once the parts of its schema are there. Longer bodies than 2 MB are not checked. */
export function useAnswerCheck(page: OperationPage, answer: Answer | null): readonly AnswerFinding[] {
  const [checked, setChecked] = useState<{ readonly of: Answer; readonly findings: readonly AnswerFinding[] } | null>(
    null,
  );
  useEffect(() => {
    if (answer?.body.kind !== 'text') return;
    const stop = new AbortController();
    const { text } = answer.body;
    const declared = declaredBody(page, answer.status, headerOf(answer, 'content-type'));
    if (declared.kind !== 'schema' || !/^\s*[[{"\-\dtfn]/.test(text)) return;
    void findingsOf(page, text, declared.schema, stop.signal).then(
      (findings) => !stop.signal.aborted && setChecked({ of: answer, findings }),
    );
    return () => stop.abort();
  }, [page, answer]);
  return checked?.of === answer ? (checked?.findings ?? []) : [];
}

async function findingsOf(page: OperationPage, text: string, schema: SchemaView, signal: AbortSignal) {
  const index = indexJson(new TextEncoder().encode(text));
  if (index.fault) return [];
  const parts = new Map<string, SchemaView>();
  for (let round = 0; ; round += 1) {
    const { findings, missingParts } = checkAnswer(index, schema, parts);
    const wanted = [...missingParts].slice(0, mostParts - parts.size);
    if (wanted.length === 0 || round === mostRounds || signal.aborted) return findings;
    const read = await Promise.all(wanted.map((name) => readPart(page, name, signal)));
    // A part that cannot be had is one that says nothing.
    wanted.forEach((name, at) => parts.set(name, read[at] ?? { type: 'any' }));
  }
}

/** A part of a schema lies beside the page (`…/parts/{name}.json`). */
async function readPart(
  { api, version }: OperationPage,
  name: string,
  signal: AbortSignal,
): Promise<SchemaView | null> {
  try {
    const answer = await fetch(`/reference/${api}/${version}/parts/${encodeURIComponent(name)}.json`, { signal });
    return answer.ok ? ((await answer.json()) as SchemaView) : null;
  } catch {
    return null;
  }
}
