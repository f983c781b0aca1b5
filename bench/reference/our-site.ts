import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILD_COMMAND } from '../../cli/build/build-command.ts';
import type { BuildTimes } from '../../cli/build/build-site.ts';
import { measureProcess, type Measured } from '../process-tree.ts';
import { setAside } from '../set-aside.ts';

export const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** A portal that is built below one folder: with one API, `api/v1`, or as a configuration file has it. */
export class OurSite {
  readonly build: string;
  readonly #config: string;

  constructor(folder: string, config = path.join(folder, 'portal.config.ts')) {
    this.#config = config;
    this.build = path.join(folder, 'build');
  }

  /** Where the portal's commands find this one. */
  variables(): { readonly PORTAL_CONFIG: string; readonly PORTAL_BUILD: string } {
    return { PORTAL_CONFIG: this.#config, PORTAL_BUILD: this.build };
  }

  async describe(description: string): Promise<void> {
    await writeFile(
      this.#config,
      `export default {
  brand: { name: 'Benchmark', tagline: 'One API, built.' },
  apis: [{ id: 'api', versions: [{ id: 'v1', description: ${JSON.stringify(description)} }] }],
};
`,
    );
  }

  /** Nothing built; the bundler's cache is in the build folder, too. */
  async makeCold(): Promise<void> {
    await setAside(this.build);
  }

  async buildOnce(): Promise<Measured & { times: BuildTimes }> {
    const command = [...BUILD_COMMAND, '--json'];
    const measured = await measureProcess(command, { ...process.env, ...this.variables() });
    return { ...measured, times: JSON.parse(measured.output.trimEnd().split('\n').at(-1) ?? '') as BuildTimes };
  }

  async buildCold(): Promise<Measured & { times: BuildTimes }> {
    await this.makeCold();
    return this.buildOnce();
  }
}
