import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { member } from '../json-value.ts';
import { PortalError } from '../portal-error.ts';
import { parseConfig } from './config-source.ts';

/** Each load is a module of its own, so that `npm run dev` sees a change. */
let loads = 0;

/** Runs a configuration and returns its default export, unchecked, with its text. */
export async function importConfig(file: string): Promise<{ value: unknown; text: string }> {
  const text = await readConfigText(file);
  let loaded: unknown;
  try {
    loaded = await import(`${pathToFileURL(file).href}?load=${Date.now()}-${++loads}`);
  } catch (error) {
    // A syntax error is told best by our own parser; what it accepts failed while it ran.
    parseConfig(file, text);
    throw describeFailure(file, error);
  }
  const value = member(loaded, 'default');
  if (value === undefined) {
    throw new PortalError('this has no default export. Begin it with "export default definePortal({".', { file });
  }
  return { value, text };
}

async function readConfigText(file: string): Promise<string> {
  if (!/\.m?[jt]s$/.test(file)) {
    throw new PortalError('a configuration is a .ts, .mts, .js or .mjs file. Name such a file in PORTAL_CONFIG.', {
      file,
    });
  }
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new PortalError(
        "there is no such file. Run from the portal's folder, or name the configuration in PORTAL_CONFIG.",
        { file },
      );
    }
    throw new PortalError(`this configuration cannot be read (${code ?? 'unknown error'}). Check its permissions.`, {
      file,
    });
  }
}

function describeFailure(file: string, error: unknown): PortalError {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const [, line, column] = (error instanceof Error ? frameOf(error, file) : null) ?? [];
  const place = { file, line: line ? Number(line) : undefined, column: column ? Number(column) : undefined };
  return new PortalError(
    `this configuration fails when it is run: ${message.replace(/\.$/, '')}. Mend it there.`,
    place,
  );
}

/** The line of the stack that is in the configuration itself. */
function frameOf(error: Error, file: string): RegExpExecArray | null {
  const lines = (error.stack ?? '').split('\n');
  const frame = lines.find((line) => line.includes(`${pathToFileURL(file).href}?`) || line.includes(`${file}?`));
  return frame ? /:(\d+):(\d+)\)?$/.exec(frame) : null;
}
