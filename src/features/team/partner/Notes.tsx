import { useState } from 'react';
import type { PartnerCalls, PartnerNote, PortalProblem } from '../../../portal-client';
import { Button } from '../../../ui';
import { sinceWords } from '../duration-words';
import { NoteForm } from './NoteForm';
import part from './Part.module.css';
import styles from './Notes.module.css';

export interface NotesProps {
  readonly calls: PartnerCalls;
  readonly organization: string;
  readonly notes: readonly PartnerNote[];
  readonly now: number;
  readonly onNotes: (change: (notes: readonly PartnerNote[]) => PartnerNote[]) => void;
}

/** What the team tells each other of the partner. */
export function Notes({ calls, organization, notes, now, onNotes }: NotesProps) {
  const [editing, setEditing] = useState<string | null>(null);
  const add = async (text: string): Promise<PortalProblem | null> => {
    const outcome = await calls.addNote(organization, text);
    if (outcome.kind === 'problem') return outcome.problem;
    onNotes((before) => [outcome.value, ...before]);
    return null;
  };
  const edit = async (note: PartnerNote, text: string): Promise<PortalProblem | null> => {
    const outcome = await calls.editNote(organization, note, text);
    if (outcome.kind === 'problem') return outcome.problem;
    onNotes((before) => before.map((one) => (one.id === note.id ? outcome.value : one)));
    setEditing(null);
    return null;
  };
  const remove = async (note: PartnerNote): Promise<PortalProblem | null> => {
    const outcome = await calls.deleteNote(organization, note);
    if (outcome.kind === 'problem' && outcome.problem.status !== 404) return outcome.problem;
    onNotes((before) => before.filter(({ id }) => id !== note.id));
    return null;
  };
  return (
    <section className={part.part} aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <NoteForm label="A note for the team" action="Add the note" hint="Only the team reads it." onSave={add} />
      <ul className={styles.notes} hidden={notes.length === 0}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            {editing === note.id ? (
              <NoteForm
                label="Change the note"
                action="Save"
                text={note.text}
                onSave={(text) => edit(note, text)}
                onLeave={() => setEditing(null)}
              />
            ) : (
              <NoteView note={note} now={now} onEdit={() => setEditing(note.id)} onDelete={() => remove(note)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NoteViewProps {
  readonly note: PartnerNote;
  readonly now: number;
  readonly onEdit: () => void;
  readonly onDelete: () => Promise<PortalProblem | null>;
}

function NoteView({ note, now, onEdit, onDelete }: NoteViewProps) {
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const remove = async (): Promise<void> => {
    setAsked(false);
    setProblem(await onDelete());
  };
  const written = `${note.author.name}, ${sinceWords(note.created_at, now)} ago`;
  const edited = note.edited ? `; changed by ${note.edited.by}, ${sinceWords(note.edited.at, now)} ago` : '';
  return (
    <>
      <p className={styles.text}>{note.text}</p>
      <p className={styles.by}>{`${written}${edited}`}</p>
      <div className={styles.actions}>
        <Button size="small" variant="quiet" onClick={onEdit}>
          Change
        </Button>
        {isAsked ? (
          <>
            <Button size="small" onClick={() => void remove()}>
              Delete it
            </Button>
            <Button size="small" variant="quiet" onClick={() => setAsked(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
            Delete
          </Button>
        )}
      </div>
      {problem ? (
        <p role="alert" className={part.problem}>
          {problem.detail ?? problem.title}
        </p>
      ) : null}
    </>
  );
}
