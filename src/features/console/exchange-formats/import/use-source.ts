import { useState } from 'react';
import type { Reading } from '../foreign-request';
import { mostCharacters } from '../limits';
import { tooLarge } from '../read-foreign';

/** More than this is not put into a field: a browser would be busy with showing it. */
const mostShown = 100_000;

export interface Source {
  readonly text: string;
  /** Set where the text is not shown: the file's name, or how long it is. */
  readonly name: string | null;
  readonly problem: Extract<Reading, { kind: 'problem' }> | null;
  readonly write: (text: string) => void;
  readonly choose: (file: File) => void;
  readonly drop: (data: DataTransfer) => void;
}

type Held = Pick<Source, 'text' | 'name' | 'problem'>;

/** Where the text comes from: typed or pasted, a file that is chosen, or what is dropped. */
export function useSource(): Source {
  const [held, setHeld] = useState<Held>({ text: '', name: null, problem: null });
  const write = (text: string, name: string | null = null): void => {
    const long = `Pasted text, ${text.length.toLocaleString('en')} characters`;
    setHeld({ text, name: name ?? (text.length > mostShown ? long : null), problem: null });
  };
  const choose = (file: File): void => {
    if (file.size > mostCharacters) {
      setHeld({ text: '', name: file.name, problem: tooLarge(file.size) });
      return;
    }
    file.text().then(
      (text) => write(text, file.name),
      () => setHeld({ text: '', name: file.name, problem: unreadable }),
    );
  };
  const drop = (data: DataTransfer): void => {
    const [file] = data.files;
    if (file) choose(file);
    else write(data.getData('text/plain'));
  };
  return { ...held, write: (text) => write(text), choose, drop };
}

const unreadable = {
  kind: 'problem' as const,
  sentence: 'The browser could not read this file.',
  remedy: 'Choose it again: it may have been moved or changed meanwhile.',
};
