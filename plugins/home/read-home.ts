import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HomePage } from '../../contract/home-page.ts';
import { checkShape, type ConfigPath } from '../../contract/read/portal/shape.ts';
import { gatherErrors, PortalError } from '../../contract/read/portal-error.ts';
import { readSource, type Source } from '../../contract/read/source/index.ts';
import { homeShape, type HomeFile } from './home-shape.ts';
import { recentChanges } from './recent-changes.ts';

const NOTHING: HomePage = { ways: [], launched: null, changes: [], changelog: null };

/**
 * Reads `home.yaml` of a folder of guides, and the changelog that it names. Without the file, or without a folder, the
 * home page has the brand's words only. Throws one `PortalError` with all that is wrong, file and line each.
 */
export async function readHome(docsFolder: string | null): Promise<HomePage> {
  const file = docsFolder === null ? undefined : homeFile(docsFolder);
  if (file === undefined || !existsSync(file)) return NOTHING;
  const source = await readSource(file);
  const problems = checkShape(source.value, homeShape);
  if (problems.length > 0) {
    const errors = problems.map(({ path: at, sentence }) => errorAt(source, at, sentence));
    throw gatherErrors(errors as [PortalError, ...PortalError[]]);
  }
  const home = source.value as HomeFile;
  return {
    ways: home.ways ?? [],
    launched: home.launched ?? null,
    changes: home.changes ? recentChanges(await readChangelog(source, home.changes.file), home.changes.to) : [],
    changelog: home.changes?.to ?? null,
  };
}

export function homeFile(docsFolder: string): string {
  return path.join(docsFolder, 'home.yaml');
}

async function readChangelog(source: Source, file: string): Promise<string> {
  try {
    return await readFile(path.resolve(path.dirname(source.file), file), 'utf8');
  } catch {
    throw errorAt(
      source,
      ['changes', 'file'],
      `there is no changelog "${file}". Correct the path; it is relative to this file.`,
    );
  }
}

function errorAt(source: Source, at: ConfigPath, sentence: string): PortalError {
  const pointer = at.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return new PortalError(sentence, { file: source.file, ...source.locate([pointer]).get(pointer) });
}
