import type { Note, NoteChange, NoteRefusal, Person } from './note.ts';

export interface NamedNote {
  readonly organization: string;
  readonly id: string;
  /** The one that was read. */
  readonly version: number;
}

/** Where notes are kept. They go with their organization. */
export interface NoteStore {
  /** Newest first. */
  list(organization: string): Promise<readonly Note[]>;
  /** Null: the organization has as many as may be. */
  add(organization: string, note: Pick<Note, 'id' | 'text' | 'author' | 'createdAt'>): Promise<Note | null>;
  edit(named: NamedNote, text: string, by: Person, at: Date): Promise<NoteChange>;
  remove(named: NamedNote): Promise<{ readonly kind: 'done' } | NoteRefusal>;
}
