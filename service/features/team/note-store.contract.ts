import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import { mostNotes, type Note } from './note.ts';
import type { NoteStore } from './note-store.ts';

const ada = { id: 'per_ada', name: 'Ada' };
const grace = { id: 'per_grace', name: 'Grace' };
const at = new Date('2026-11-21T09:00:00.123Z');

/** What every store of notes promises. */
export function noteStoreContract(open: () => Promise<{ store: NoteStore; database: Database }>): void {
  let store: NoteStore;
  let database: Database;
  let count = 0;
  beforeAll(async () => {
    ({ store, database } = await open());
    for (const id of ['org_a', 'org_b', 'org_full'])
      await sql`insert into organizations (id, name, slug, "createdAt") values (${id}, ${id}, ${id}, ${at.toISOString()})`.execute(
        database.db,
      );
  });
  async function added(text: string, organization = 'org_a'): Promise<Note> {
    const id = `note_${String((count += 1)).padStart(4, '0')}`;
    const note = await store.add(organization, { id, text, author: ada, createdAt: at });
    if (note === null) throw new Error('There is room.');
    return note;
  }
  const named = ({ id, version }: Note, organization = 'org_a') => ({ id, version, organization });

  test('notes are given back as they were written, the newest first, of their organization only', async () => {
    const first = await added('It\u2028 "works"\n<b>ü</b>');
    const second = await added('Second');
    await added('Of another', 'org_b');
    expect(await store.list('org_a')).toEqual([second, first]);
    expect(first).toMatchObject({ version: 1, author: ada, createdAt: at, edited: null });
  });

  test('of two who change the same version one is told who was first', async () => {
    const note = await added('Before');
    const changes = await Promise.all([ada, grace].map((by) => store.edit(named(note), `By ${by.name}`, by, at)));
    const done = changes.find((change) => change.kind === 'done');
    const winner = done?.kind === 'done' ? done.note.edited?.by : undefined;
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'done']);
    expect(changes.find(({ kind }) => kind === 'changed')).toEqual({ kind: 'changed', by: winner });
    expect((await store.list('org_a')).find(({ id }) => id === note.id)).toMatchObject({
      version: 2,
      text: `By ${winner}`,
    });
  });

  test('a note is deleted by who read its last version, and by nobody through another organization', async () => {
    const note = await added('Before');
    await store.edit(named(note), 'After', grace, at);
    expect(await store.remove(named(note))).toEqual({ kind: 'changed', by: 'Grace' });
    const last = { ...named(note), version: 2 };
    expect(await store.remove({ ...last, organization: 'org_b' })).toEqual({ kind: 'unknown' });
    expect(await store.remove(last)).toEqual({ kind: 'done' });
    expect(await store.remove(last)).toEqual({ kind: 'unknown' });
    expect(await store.edit(last, 'Again', ada, at)).toEqual({ kind: 'unknown' });
  });

  test('there are so many of one organization, and they go with it', async () => {
    for (let index = 0; index < mostNotes; index += 1) await added('x', 'org_full');
    expect(await store.add('org_full', { id: 'note_more', text: 'x', author: ada, createdAt: at })).toBeNull();
    await sql`delete from organizations where id = 'org_full'`.execute(database.db);
    expect(await store.list('org_full')).toEqual([]);
  });
}
