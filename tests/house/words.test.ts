import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, linesOf, markdownOf, read, ROOT } from './repository.ts';

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const lines = markdownOf().flatMap(linesOf);

test('every npm script that a text names exists', () => {
  const missing = lines.flatMap(({ at, text }) =>
    [...text.matchAll(/\bnpm run ([a-z][a-z:-]*)/g), ...text.matchAll(/`npm (start|test)\b/g)]
      .map(([, script = '']) => script)
      .filter((script) => !scripts.includes(script))
      .map((script) => `${at}: there is no script "${script}" in package.json`),
  );
  expect(missing).toEqual([]);
});

test('every script of package.json has its line in README.md', () => {
  const readme = read('README.md');
  const unsaid = scripts.filter((script) => !new RegExp(`npm (run )?${script}\\b`).test(readme));
  expect(unsaid).toEqual([]);
});

test('every relative link in a text of the repository leads to a file', () => {
  const broken = lines
    .filter(({ at }) => !at.startsWith('docs/'))
    .flatMap(({ at, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(path.resolve(ROOT, path.dirname(at), decodeURI(target))))
        .map((target) => `${at}: ${target} does not exist`),
    );
  expect(broken).toEqual([]);
});

test('every path in code marks that begins with a room of the house exists', () => {
  const rooms = filesOf((file) => file.includes('/')).map((file) => file.split('/')[0]);
  const room = new RegExp(
    '`((?:' + [...new Set(rooms)].map((name) => name?.replace('.', '\\.')).join('|') + ')/[\\w./-]*)`',
    'g',
  );
  const broken = lines
    .filter(({ at }) => !at.startsWith('CHANGELOG'))
    .flatMap(({ at, text }) =>
      [...text.matchAll(room)]
        .map(([, named = '']) => named)
        .filter((named) => !named.startsWith('build/') && !existsSync(path.join(ROOT, named)))
        .map((named) => `${at}: ${named} does not exist`),
    );
  expect(broken).toEqual([]);
});

test('README, ARCHITECTURE and the decisions keep to their length', () => {
  const lengthOf = (file: string) => read(file).trimEnd().split('\n').length;
  expect(lengthOf('README.md')).toBeLessThanOrEqual(80);
  expect(lengthOf('ARCHITECTURE.md')).toBeLessThanOrEqual(120);
  for (const file of filesOf((name) => /^decisions\/\d{3}-.*\.md$/.test(name))) {
    expect.soft(lengthOf(file), file).toBeGreaterThanOrEqual(20);
    expect.soft(lengthOf(file), file).toBeLessThanOrEqual(45);
  }
});
