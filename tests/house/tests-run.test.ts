import { expect, test } from 'vitest';
import { filesOf, read } from './repository.ts';

test('every test file is collected by one of the two runners', () => {
  const stray = filesOf((file) => /[.](test|spec|e2e)[.][cm]?[jt]sx?$/.test(file)).filter((file) => {
    const inBrowser = /^tests\/(?:e2e|corpus)\/[^/]+[.]e2e[.]ts$/.test(file);
    const inProcess = /[.]test[.]tsx?$/.test(file) && !file.startsWith('tests/e2e/');
    return !inBrowser && !inProcess;
  });
  expect(stray).toEqual([]);
});

test('every suite that two databases share is run by a test file', () => {
  const suites = filesOf((file) => file.endsWith('.contract.ts'));
  const alone = suites.filter((suite) => {
    const name = suite.split('/').at(-1) ?? suite;
    const beside = suite.slice(0, -name.length);
    return !filesOf((file) => file.startsWith(beside) && file.endsWith('.test.ts')).some((file) =>
      read(file).includes(`./${name}`),
    );
  });
  expect(alone).toEqual([]);
});

test('no test is skipped, marked as to do, or run alone', () => {
  const marked = filesOf((file) => /[.](test|e2e|contract)[.]tsx?$/.test(file)).filter((file) =>
    /\b(test|it|describe)[.](skip|only|todo|fixme)\b/.test(read(file)),
  );
  expect(marked.filter((file) => !file.startsWith('tests/house/'))).toEqual([]);
});
