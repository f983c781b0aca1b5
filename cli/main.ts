import { PortalError } from '../contract/read/index.ts';
import { suggest } from '../contract/read/portal/index.ts';
import { addApi } from './add-api/index.ts';
import { compareDescriptions } from './changes.ts';
import { checkPortal } from './check-portal.ts';
import { showDrift } from './drift.ts';
import { issueKeyByHand } from './issue-key.ts';
import { reportFailure } from './report-failure.ts';
import { WrongUsage } from './usage.ts';

interface Command {
  readonly usage: string;
  readonly does: string;
  run(argv: readonly string[]): Promise<void>;
}

const COMMANDS: Record<string, Command> = {
  'add-api': {
    usage: 'add-api FILE --id ID [--version v1] [--title TITLE] [--json]',
    does: 'adds an OpenAPI description to the portal and says what its linter finds',
    run: addApi,
  },
  check: {
    usage: 'check [--json]',
    does: 'reads portal.config.ts and every description it names, and says what is wrong',
    run: checkPortal,
  },
  'issue-key': {
    usage:
      'issue-key --team | --environment sandbox|live --organization ID [--requests-per-minute N] [--expires-in-days N] [--json]',
    does: 'issues a key on this portal’s database and shows it, once',
    run: issueKeyByHand,
  },
  drift: {
    usage: 'drift [--all] [--json]',
    does: 'lists where answers of APIs are not as their contracts say; exit code 1 where there is such a place',
    run: showDrift,
  },
  changes: {
    usage: 'changes OLD NEW [--json]',
    does: 'compares two OpenAPI descriptions; exit code 1 where a change can break an integration, 2 for bad input',
    run: compareDescriptions,
  },
};

/** `npm run portal -- COMMAND`. Exit codes: 0 done, 1 something to mend, 2 wrong usage. */
async function main([name = 'help', ...argv]: readonly string[]): Promise<void> {
  if (name === 'help' || name === '--help') return printHelp();
  const command = COMMANDS[name];
  if (!command) {
    const near = suggest(name, Object.keys(COMMANDS));
    throw new WrongUsage(`There is no command "${name}"${near ? `; did you mean "${near}"?` : '.'}`);
  }
  await command.run(argv);
}

/** For the program that asked for JSON; the person at the terminal reads the same on standard error. */
function printError({ message, file, line, column }: PortalError): void {
  console.log(JSON.stringify({ error: { message, file, line, column } }, null, 2));
}

function printHelp(): void {
  console.log('npm run portal -- COMMAND\n');
  for (const { usage, does } of Object.values(COMMANDS)) console.log(`  ${usage}\n      ${does}\n`);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof WrongUsage)) {
    if (process.argv.includes('--json') && error instanceof PortalError) printError(error);
    return reportFailure(error);
  }
  console.error(`${error.message}\n`);
  printHelp();
  process.exitCode = 2;
});
