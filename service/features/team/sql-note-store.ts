import type { Database } from '../../platform/database/index.ts';
import { mostNotes, type Note, type NoteRefusal } from './note.ts';
import type { NamedNote, NoteStore } from './note-store.ts';
import type { NotesTable, TeamTables } from './tables.ts';

export function sqlNoteStore(database: Database): NoteStore {
  const db = database.db.withTables<TeamTables>();

  /** Why nothing was changed. */
  async function refusalOf({ organization, id }: NamedNote): Promise<NoteRefusal> {
    const row = await db
      .selectFrom('team_notes')
      .select(['author_name', 'edited_by'])
      .where('id', '=', id)
      .where('organization', '=', organization)
      .executeTakeFirst();
    return row === undefined ? { kind: 'unknown' } : { kind: 'changed', by: row.edited_by ?? row.author_name };
  }

  return {
    async list(organization) {
      const rows = await db
        .selectFrom('team_notes')
        .selectAll()
        .where('organization', '=', organization)
        .orderBy('id', 'desc')
        .limit(mostNotes)
        .execute();
      return rows.map(toNote);
    },

    async add(organization, { id, text, author, createdAt }) {
      const { count } = await db
        .selectFrom('team_notes')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('organization', '=', organization)
        .executeTakeFirstOrThrow();
      if (Number(count) >= mostNotes) return null;
      const row: NotesTable = {
        ...{ id, organization, text, version: 1, author: author.id, author_name: author.name },
        ...{ created_at: createdAt.toISOString(), edited_by: null, edited_at: null },
      };
      await db.insertInto('team_notes').values(row).execute();
      return toNote(row);
    },

    async edit(named, text, by, at) {
      const row = await db
        .updateTable('team_notes')
        .set({ text, version: named.version + 1, edited_by: by.name, edited_at: at.toISOString() })
        .where('id', '=', named.id)
        .where('organization', '=', named.organization)
        .where('version', '=', named.version)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? refusalOf(named) : { kind: 'done', note: toNote(row) };
    },

    async remove(named) {
      const { numDeletedRows } = await db
        .deleteFrom('team_notes')
        .where('id', '=', named.id)
        .where('organization', '=', named.organization)
        .where('version', '=', named.version)
        .executeTakeFirst();
      return numDeletedRows > 0n ? { kind: 'done' } : refusalOf(named);
    },
  };
}

function toNote({ id, text, version, author, author_name, created_at, edited_by, edited_at }: NotesTable): Note {
  return {
    ...{ id, text, version: Number(version), author: { id: author, name: author_name } },
    createdAt: new Date(created_at),
    edited: edited_by === null || edited_at === null ? null : { by: edited_by, at: new Date(edited_at) },
  };
}
