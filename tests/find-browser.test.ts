import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

interface Given {
  environment?: Record<string, string>;
  programs?: string[];
  playwright?: 'present' | 'installs';
  debian?: boolean;
  isRoot?: boolean;
}

function machine({
  environment = {},
  programs = [],
  playwright,
  debian = false,
  isRoot = true,
}: Given): Machine & { commands: string[] } {
  const present = new Set(programs);
  let downloaded = playwright === 'present';
  const commands: string[] = [];
  return {
    environment: { PATH: '/usr/local/bin:/usr/bin', ...environment },
    isRoot,
    commands,
    canRun: (file) => present.has(file),
    playwrightBrowser: () => (downloaded ? '/cache/playwright/chrome' : null),
    run: (command, ...argv) => {
      commands.push([command, ...argv].join(' '));
      if (argv.includes('playwright')) return (downloaded = playwright === 'installs');
      if (debian && argv.includes('install')) present.add('/usr/bin/chromium');
      return debian;
    },
  };
}

test.each<[string, Given, string]>([
  [
    'CHROMIUM_PATH wins',
    { environment: { CHROMIUM_PATH: '/opt/c' }, programs: ['/opt/c', '/usr/bin/chromium'] },
    '/opt/c',
  ],
  ['a Chromium on the PATH is taken', { programs: ['/usr/bin/chromium'] }, '/usr/bin/chromium'],
  ['a Chrome on the PATH is taken', { programs: ['/usr/local/bin/google-chrome'] }, '/usr/local/bin/google-chrome'],
  ['an earlier download is used again', { playwright: 'present' }, '/cache/playwright/chrome'],
  ['Playwright downloads one', { playwright: 'installs' }, '/cache/playwright/chrome'],
  ["Debian's package is the last way", { debian: true }, '/usr/bin/chromium'],
])('%s', (_name, given, want) => {
  expect(findBrowser(machine(given))).toBe(want);
});

test('an ordinary user asks for no system packages through Playwright', () => {
  const given = machine({ playwright: 'installs', isRoot: false });
  findBrowser(given);
  expect(given.commands).toEqual(['npx playwright install chromium']);
});

test('a wrong CHROMIUM_PATH is named', () => {
  expect(() => findBrowser(machine({ environment: { CHROMIUM_PATH: '/nowhere' } }))).toThrow(
    /CHROMIUM_PATH names \/nowhere/,
  );
});

test('one sentence says what to do where nothing is possible', () => {
  expect(() => findBrowser(machine({}))).toThrow(/install one and run the tests again, or set CHROMIUM_PATH/);
});
