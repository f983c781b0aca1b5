import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EmbeddedOperation } from '../../contract/embedded-operation.ts';
import type { Contract } from '../../contract/model.ts';
import type { JourneyConfig } from '../../contract/portal-config.ts';
import { gatherErrors, PortalError } from '../../contract/read/portal-error.ts';
import { FolderSync } from '../reference/files/folder-sync.ts';
import { checkWidgets } from './check-widgets.ts';
import { embedFile, embedsFolder } from './embed-file.ts';
import { findEmbeds } from './find-embeds.ts';
import { readEmbed } from './read-embed.ts';

export interface EmbedsInput {
  /** Null where the portal has no guides. */
  readonly docsFolder: string | null;
  /** Guides that are left out, relative to the folder, with slashes. */
  readonly hiddenGuides?: readonly string[];
  readonly contracts: readonly Contract[];
  readonly journeys: readonly JourneyConfig[];
  readonly buildFolder: string;
}

/**
 * Writes what the operations that guides embed are rendered from. Throws a `PortalError` with file:line for each that is not as its contract
 * says, and for each widget that shows a journey which is none.
 */
export function layOutEmbeds({ docsFolder, hiddenGuides = [], contracts, journeys, buildFolder }: EmbedsInput): void {
  const out = new FolderSync(embedsFolder(buildFolder));
  const errors: PortalError[] = [];
  // The folder is there, also where nothing is in it.
  out.write('.keep', '');
  for (const file of guidesThatRun(docsFolder)) {
    if (hiddenGuides.includes(file.replaceAll(path.sep, '/'))) continue;
    const earlier: EmbeddedOperation[] = [];
    const source = readFileSync(path.join(docsFolder ?? '', file), 'utf8');
    errors.push(...checkWidgets(source, path.join(docsFolder ?? '', file), journeys));
    for (const written of findEmbeds(source)) {
      const { embed, faults } = readEmbed(written, contracts, file.replaceAll(path.sep, '/'), earlier);
      const place = { file: path.join(docsFolder ?? '', file), line: written.line, column: written.column };
      errors.push(...faults.map((fault) => new PortalError(`<${written.name}>: ${fault}`, place)));
      if (!embed) continue;
      earlier.push(embed);
      out.write(embedFile(file, embed.place), JSON.stringify(embed));
    }
  }
  const [first, ...more] = errors;
  if (first) throw gatherErrors([first, ...more]);
  out.finish();
}

/** Only MDX can have components. */
function guidesThatRun(docsFolder: string | null): string[] {
  if (docsFolder === null || !existsSync(docsFolder)) return [];
  return readdirSync(docsFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .sort();
}
