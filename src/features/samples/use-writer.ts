import { useEffect, useState } from 'react';
import { loadGrammar } from '../../ui';
import { languages, type LanguageId, type SampleWriter } from './languages';
import { loadWriter, writerOf } from './writing/writers';

interface Writing {
  readonly language: LanguageId;
  readonly write: SampleWriter;
  /** True where the wanted language could not be loaded. */
  readonly hasFailed: boolean;
}

/** The writer of the wanted language; until its code is here, the one that was there before. */
export function useWriter(wanted: LanguageId): Writing {
  const [last, setLast] = useState<LanguageId>('shell');
  const [failed, setFailed] = useState<LanguageId | null>(null);
  useEffect(() => {
    if (wanted === last) return;
    let isWanted = true;
    const grammar = languages.find(({ id }) => id === wanted)?.grammar ?? 'text';
    Promise.all([loadWriter(wanted), loadGrammar(grammar)]).then(
      () => {
        if (!isWanted) return;
        setLast(wanted);
        setFailed(null);
      },
      () => {
        if (isWanted) setFailed(wanted);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, last]);
  const write = writerOf(last);
  if (!write) throw new Error(`The writer of ${last} was there, and is gone.`);
  return { language: last, write, hasFailed: failed === wanted };
}
