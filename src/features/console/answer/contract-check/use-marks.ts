import { useEffect, useState, type RefObject } from 'react';
import type { AnswerFinding } from './answer-finding';

/** A finding that was asked for. Another object asks again. */
export interface WantedMark {
  readonly finding: AnswerFinding;
}

export interface Marks {
  readonly wanted: WantedMark | null;
  /** 0-based, of the one that was asked for last; -1 where none was. */
  readonly at: number;
  readonly goTo: (finding: AnswerFinding) => void;
  readonly step: (by: 1 | -1) => void;
}

/** Goes from mark to mark: by a list, by a button, by F8 and Shift+F8 anywhere in the console around the element. */
export function useMarks(findings: readonly AnswerFinding[], element: RefObject<HTMLElement | null>): Marks {
  const [wanted, setWanted] = useState<WantedMark | null>(null);
  const at = wanted ? findings.indexOf(wanted.finding) : -1;
  const goTo = (finding: AnswerFinding): void => setWanted({ finding });
  const step = (by: 1 | -1): void => {
    const { length } = findings;
    const next = findings[at === -1 ? (by === 1 ? 0 : length - 1) : (at + by + length) % length];
    if (next) goTo(next);
  };
  useEffect(() => {
    const current = element.current?.parentElement;
    if (!current || findings.length === 0) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    current.addEventListener('keydown', onKeyDown);
    return () => current.removeEventListener('keydown', onKeyDown);
  });
  return { wanted: at === -1 ? null : wanted, at, goTo, step };
}
