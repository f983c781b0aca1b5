import { useEffect, useRef } from 'react';
import type { FormValues } from '../request';
import { refilled, type GuidePlace } from './guide-place';

/** Puts what an earlier step has just given into a form that is open already. */
export function useRefill(
  guide: GuidePlace | undefined,
  values: FormValues,
  edit: (values: FormValues, fields: readonly string[]) => void,
): void {
  const given = guide?.given;
  const before = useRef(given);
  useEffect(() => {
    const last = before.current;
    before.current = given;
    if (!given || !last || last === given) return;
    edit(refilled(values, last, given), [...Object.keys(given.parameters), 'body']);
  }, [given, values, edit]);
}
