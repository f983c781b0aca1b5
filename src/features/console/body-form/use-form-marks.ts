import { useEffect, useMemo, useRef } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { bodyFindings } from '../editor/body-findings';
import type { SchemaParts } from '../editor/schema-parts';
import type { FieldProblem } from '../request';
import { createMarkStore, type MarkStore } from './mark-store';

/** Typing is not waited for: what is wrong is looked for when a hand rests. */
const CHECK_AFTER_MILLISECONDS = 400;

/** What is wrong with a document, by place: by the contract, looked for after a pause; and what Send or the answer said of it. */
export function useFormMarks(
  read: (parts: SchemaParts['known']) => string,
  schema: SchemaView | undefined,
  parts: SchemaParts,
  said: readonly FieldProblem[],
): MarkStore {
  const marks = useMemo(() => createMarkStore(), []);
  const found = useRef<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    let isWanted = true;
    const own = said.filter(({ field, pointer }) => field === 'body' && pointer !== undefined);
    const show = (): void => {
      if (!isWanted) return;
      marks.set(new Map([...found.current, ...own.map(({ pointer, message }) => [pointer ?? '', message] as const)]));
    };
    show();
    const timer = setTimeout(() => {
      if (!schema) return;
      void bodyFindings(read, schema, parts).then((findings) => {
        if (!isWanted) return;
        found.current = findings.filter(({ isBreach }) => isBreach).map(({ pointer, message }) => [pointer, message]);
        show();
      });
    }, CHECK_AFTER_MILLISECONDS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [read, schema, parts, said, marks]);
  return marks;
}
