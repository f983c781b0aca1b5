import { useEffect, useSyncExternalStore } from 'react';
import { Prism } from 'prism-react-renderer';
import { grammarName, grammarOf } from './code-language';
import { followGrammars, isLazyGrammar, loadGrammar } from './lazy-grammars';

/** The grammar to highlight a language with, `text` where there is none or as long as it has to be loaded. */
export function useGrammar(language: string): string {
  const known = grammarName(language);
  const here = useSyncExternalStore(
    followGrammars,
    () => grammarOf(language, Prism.languages),
    () => grammarOf(language, Prism.languages),
  );
  useEffect(() => {
    // Without its colours the code can be read as well.
    if (isLazyGrammar(known)) void loadGrammar(known).catch(() => undefined);
  }, [known]);
  return here;
}
