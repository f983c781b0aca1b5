import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LaidOut, LayOutJob } from './lay-out.ts';
import { LIGHT_DESCRIPTION } from './light-description.ts';

const plugin = createRequire(import.meta.url)('docusaurus-plugin-openapi-docs/package.json') as { version: string };

/**
 * What docusaurus-plugin-openapi-docs made of a job before: it takes two seconds to load, and what it lays out changes only with the
 * versions. Kept in `laid-out.json` in the build folder.
 */
export class LaidOutBefore {
  readonly #file: string;
  readonly #digest: string;

  constructor(buildFolder: string, versions: LayOutJob['versions']) {
    this.#file = path.join(buildFolder, 'laid-out.json');
    const places = versions.map(({ key, overview }) => ({ key, overview }));
    this.#digest = createHash('sha256')
      .update(JSON.stringify([plugin.version, LIGHT_DESCRIPTION, places]))
      .digest('hex');
  }

  find(): LaidOut | undefined {
    try {
      const { digest, files } = JSON.parse(readFileSync(this.#file, 'utf8')) as {
        digest: string;
        files: [string, string][];
      };
      return digest === this.#digest ? new Map(files) : undefined;
    } catch {
      return undefined;
    }
  }

  keep(files: LaidOut): void {
    writeFileSync(this.#file, JSON.stringify({ digest: this.#digest, files: [...files] }));
  }
}
