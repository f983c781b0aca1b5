import type { Seal } from '../../platform/secret/index.ts';
import type { Comer } from './event-store.ts';

/** What the link of a mail proves: that its bearer reads the mail of this address. It opens this date only, for this address. */
export interface Pass extends Comer {
  readonly date: string;
}

export interface Passes {
  write(pass: Pass): string;
  /** Null where it was not written here. */
  read(text: string): Pass | null;
}

/** Passes are sealed, and kept nowhere: who never comes back leaves nothing behind. */
export function passes(seal: Seal): Passes {
  return {
    write: ({ date, name, email }) => seal.close(JSON.stringify([date, name, email])),
    read(text) {
      try {
        const [date = '', name = '', email = ''] = JSON.parse(seal.open(text)) as string[];
        return { date, name, email };
      } catch {
        return null;
      }
    },
  };
}
