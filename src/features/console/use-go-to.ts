import { useCallback } from 'react';
import { SELECT_PLACE } from './editor/select-place';
import { nearestLine, rangeOfLine } from './json/nearest-line';
import type { FieldProblem } from './request';

/** Goes to the field that a mark is about; within a body, to its line. */
export function useGoTo(idPrefix: string): (problem: FieldProblem) => void {
  return useCallback(
    ({ field, pointer }) => {
      const control = document.getElementById(`${idPrefix}-${field}`);
      control?.focus();
      if (!control || !pointer) return;
      if (!(control instanceof HTMLTextAreaElement)) {
        control.dispatchEvent(new CustomEvent(SELECT_PLACE, { bubbles: true, detail: pointer }));
        return;
      }
      control.setSelectionRange(...rangeOfLine(control.value, nearestLine(control.value, pointer)));
    },
    [idPrefix],
  );
}
