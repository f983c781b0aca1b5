import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Files of the checkout (tracked, or new and not ignored) whose path fits, relative to its root. */
export function filesOf(fits: (file: string) => boolean): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => file !== '' && fits(file) && existsSync(path.join(ROOT, file)));
}

export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** A Markdown text's lines, each with the path and number to name it by. */
export function linesOf(file: string): { at: string; text: string }[] {
  return read(file)
    .split('\n')
    .map((text, index) => ({ at: `${file}:${index + 1}`, text }));
}

export const guidesOf = (): string[] => filesOf((file) => /^docs\/.*\.mdx?$/.test(file));
export const markdownOf = (): string[] => filesOf((file) => /\.mdx?$/.test(file));
