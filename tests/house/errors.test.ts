import path from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../../service/platform/problem.ts';
import { guidesOf, read } from './repository.ts';

const pages = guidesOf()
  .filter((file) => file.startsWith('docs/errors/') && !/\/index[.]mdx?$/.test(file))
  .map((file) => path.parse(file).name)
  .sort();

test('every problem has its page, and every page its problem', () => {
  expect(pages).toEqual(Object.keys(problems).sort());
});

test.each(Object.entries(problems))('the page of %s names its status', (code, { status }) => {
  expect(read(`docs/errors/${code}.md`)).toMatch(new RegExp(`\\b${status}\\b`));
});
