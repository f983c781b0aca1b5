import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  canRun(file: string): boolean;
  /** Runs a command with its output shown; true when it succeeded. */
  run(command: string, ...argv: string[]): boolean;
  /** The browser that Playwright has downloaded, if any. */
  playwrightBrowser(): string | null;
  readonly isRoot: boolean;
}

/**
 * The browser for the tests, in this order: `CHROMIUM_PATH`; a Chrome or Chromium on the machine; Playwright's own
 * download; Debian's package. Throws one sentence that says what to do where none of these is possible.
 */
export function findBrowser(machine: Machine): string {
  const chosen = machine.environment.CHROMIUM_PATH;
  if (chosen) {
    if (machine.canRun(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not a program that can be run. Correct it, or unset it.`);
  }
  return (
    onMachine(machine) ??
    downloaded(machine) ??
    debianPackage(machine) ??
    fail(
      'The browser tests need Chrome or Chromium, and none could be found or installed: install one and run the tests again, or set CHROMIUM_PATH.',
    )
  );
}

function onMachine(machine: Machine): string | null {
  const folders = (machine.environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES];
  return candidates.find((file) => machine.canRun(file)) ?? null;
}

function downloaded(machine: Machine): string | null {
  const present = machine.playwrightBrowser();
  if (present) return present;
  console.log('No browser on this machine: asking Playwright for one.');
  // `--with-deps` calls the package manager, which only root may.
  const argv = ['playwright', 'install', ...(machine.isRoot ? ['--with-deps'] : []), 'chromium'];
  return machine.run('npx', ...argv) ? machine.playwrightBrowser() : null;
}

function debianPackage(machine: Machine): string | null {
  const prefix = machine.isRoot ? [] : ['sudo', '-n'];
  const [first = 'apt-get', ...rest] = [...prefix, 'apt-get'];
  console.log("Playwright's browser is not to be had: trying Debian's chromium package.");
  const installed =
    machine.run(first, ...rest, 'update', '-qq') &&
    machine.run(first, ...rest, 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return installed ? onMachine(machine) : null;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

/** The machine that the tests run on. */
export function thisMachine(playwrightBrowser: () => string | null): Machine {
  return {
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    canRun,
    run: (command, ...argv) =>
      spawnSync(command, argv, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0,
    playwrightBrowser: () => {
      const file = playwrightBrowser();
      return file !== null && canRun(file) ? file : null;
    },
  };
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
