import { useEffect, useState } from 'react';
import type { SchemaView } from '../../../../../contract/reference-page';
import type { SchemaParts } from '../../editor/schema-parts';
import type { StreamEvent } from '../stream/event-log';
import type { AnswerFinding } from './answer-finding';
import { checkEvent } from './check-event';

/** What the contract says of each event of a stream. */
export interface EventContract {
  readonly schema: SchemaView;
  readonly parts: SchemaParts;
}

export type EventCheck = (event: StreamEvent) => readonly AnswerFinding[];

const mostRounds = 6;

/** Checks events as they are shown, each once; anew when a part of their schema has come. */
export function useEventCheck(contract: EventContract | null): EventCheck {
  const [{ known, missing, round }, setChecks] = useState(() => begin(0));
  useEffect(() => {
    if (!contract || missing.size === 0 || round >= mostRounds) return;
    let isOver = false;
    void Promise.all([...missing].map((name) => contract.parts.fetch(name))).then(() => {
      if (!isOver) setChecks(begin(round + 1));
    });
    return () => {
      isOver = true;
    };
  });
  return (event) => {
    if (!contract) return none;
    let findings = known.get(event);
    if (!findings) {
      const checked = checkEvent(event, contract.schema, contract.parts.known);
      for (const part of checked.missingParts) missing.add(part);
      known.set(event, (findings = checked.findings));
    }
    return findings;
  };
}

const none: readonly AnswerFinding[] = [];

function begin(round: number) {
  return { known: new WeakMap<StreamEvent, readonly AnswerFinding[]>(), missing: new Set<string>(), round };
}
