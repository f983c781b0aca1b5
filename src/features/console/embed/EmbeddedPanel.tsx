import { useMemo } from 'react';
import type { EmbeddedOperation } from '../../../../contract/embedded-operation';
import type { OperationPage } from '../../../../contract/reference-page';
import { ConsolePanel } from '../ConsolePanel';
import { fillNames } from './fill-names';
import type { GuidePlace } from './guide-place';
import { readSaved } from './read-saved';
import { savedValues, saveValues, useSavedValues } from './saved-values';

export interface EmbeddedPanelProps {
  readonly embed: EmbeddedOperation;
  /** The whole operation, as its own page has it. */
  readonly page: OperationPage;
}

/** An operation's console within a guide: it opens with what the guide gives, and hands on what the next steps need. */
export function EmbeddedPanel({ embed, page }: EmbeddedPanelProps) {
  const { guide, place, given, needs, saves } = embed;
  const saved = useSavedValues(guide);
  const guidePlace = useMemo(
    (): GuidePlace => ({
      key: `${guide}#${place}`,
      written: given,
      given: fillNames(given, saved),
      needs,
      onAnswer(text) {
        const found = readSaved(saves, text);
        const isNew = Object.entries(found).some(([name, value]) => savedValues(guide)[name] !== value);
        if (isNew) saveValues(guide, found);
      },
    }),
    [guide, place, given, needs, saves, saved],
  );
  return <ConsolePanel page={page} guide={guidePlace} />;
}
