import { useEffect, useState } from 'react';
import type { OperationPage } from '../../../../../contract/reference-page';
import type { SchemaParts } from '../../editor/schema-parts';
import { headerOf, type Answer } from '../answer';
import type { JsonIndex } from '../json-index/json-index';
import type { AnswerFinding } from './answer-finding';
import { declaredBody } from './declared-body';

export interface AnswerChecking {
  readonly findings: readonly AnswerFinding[];
  /** From 0 to 1; null where nothing is being checked. */
  readonly progress: number | null;
}

const nothing: AnswerChecking = { findings: [], progress: null };

/** The answer's findings, once it is read (`index`) and the parts of its schema are there. Checked in slices, by code that comes with the first answer. */
export function useAnswerCheck(
  page: OperationPage,
  answer: Answer,
  index: JsonIndex | null,
  parts: SchemaParts,
): AnswerChecking {
  const [checking, setChecking] = useState<AnswerChecking & { readonly of: JsonIndex | null }>({
    ...nothing,
    of: null,
  });
  const { status } = answer;
  const type = headerOf(answer, 'content-type');
  useEffect(() => {
    const declared = declaredBody(page, status, type);
    if (!index || declared.kind !== 'schema') return;
    const stop = new AbortController();
    const show = (part: Partial<AnswerChecking>): void => setChecking({ ...nothing, ...part, of: index });
    void import('./check-in-parts')
      .then(({ checkInParts }) =>
        checkInParts(index, declared.schema, parts, stop.signal, (progress) => show({ progress })),
      )
      .then(
        (findings) => findings && !stop.signal.aborted && show({ findings }),
        // Without its code there is no check; the gateway has made its own.
        () => undefined,
      );
    return () => stop.abort();
  }, [page, status, type, index, parts]);
  return checking.of === index ? checking : nothing;
}
