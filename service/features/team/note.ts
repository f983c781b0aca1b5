/** What partner engineers tell each other of an organization. Its members never see it. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** Counts the edits, from 1: whoever changes a note says which one they read. */
  readonly version: number;
  readonly author: Person;
  readonly createdAt: Date;
  readonly edited: { readonly by: string; readonly at: Date } | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** `unknown`: there is none; `changed`: somebody was faster. */
export type NoteRefusal = { readonly kind: 'unknown' } | { readonly kind: 'changed'; readonly by: string };
export type NoteChange = { readonly kind: 'done'; readonly note: Note } | NoteRefusal;

export const noteIdPrefix = 'note';
/** Of one organization. */
export const mostNotes = 500;
