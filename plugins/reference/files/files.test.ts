import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderSync } from './folder-sync.ts';
import { linkFolder } from './link-folder.ts';
import { FileNames } from '../../../contract/read/file-names.ts';

function folder(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'portolan-files-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

function write(root: string, files: Record<string, string>): void {
  const sync = new FolderSync(root);
  for (const [name, text] of Object.entries(files)) sync.write(name, text);
  sync.finish();
}

test('a folder holds exactly what was written last', () => {
  const root = folder();
  write(root, { 'a/old.json': '1', 'a/kept.json': '2', 'b/c/gone.json': '3' });
  write(root, { 'a/kept.json': '2', 'a/new.json': '4' });
  expect(existsSync(path.join(root, 'a/old.json'))).toBe(false);
  expect(existsSync(path.join(root, 'b'))).toBe(false);
  expect(readFileSync(path.join(root, 'a/new.json'), 'utf8')).toBe('4');
});

test('a file that stays the same is not touched', () => {
  const root = folder();
  write(root, { 'a.json': '1', 'b.json': '1' });
  const long = new Date(2000, 1, 1);
  for (const name of ['a.json', 'b.json']) utimesSync(path.join(root, name), long, long);
  write(root, { 'a.json': '1', 'b.json': '2' });
  expect(statSync(path.join(root, 'a.json')).mtime).toEqual(long);
  expect(statSync(path.join(root, 'b.json')).mtime).not.toEqual(long);
});

test('what is put into another folder keeps its content when the first is changed', () => {
  const [first, second] = [folder(), folder()];
  write(first, { 'a/x.json': '1' });
  linkFolder(first, second);
  write(first, { 'a/x.json': '2' });
  expect(readFileSync(path.join(second, 'a/x.json'), 'utf8')).toBe('1');
});

test('names are safe and different on every disk', () => {
  const names = new FileNames();
  const taken = ['Foo', 'foo', 'a/../b', '..', '', 'ä', `${'x'.repeat(300)}`, '__proto__', 'NUL'].map((name) =>
    names.take(name),
  );
  expect(taken.slice(0, 5)).toEqual(['Foo', 'foo-2', 'a-..-b', 'schema', 'schema-2']);
  expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length);
  for (const name of taken) expect(name).toMatch(/^[\w][\w.-]{0,103}$/);
});
