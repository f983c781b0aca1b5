import { mkdir, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { type Measured, measureProcess } from '../../process-tree.ts';
import { setAside } from '../../set-aside.ts';
import { installPackages } from './install-peer.ts';
import type { Peer, SourceDescription } from './peer.ts';

const LONGEST_SECONDS = 600;
/** More would take the machine down, and the figures of the others with it. */
const MOST_MEMORY = 0.8;
const MOST_HEAP_MEGABYTES = 16_000;

/** A peer, installed, with the sources for one description. */
export class PeerSite {
  readonly peer: Peer;
  readonly folder: string;

  private constructor(peer: Peer, folder: string) {
    this.peer = peer;
    this.folder = folder;
  }

  static async prepare(peer: Peer, description: SourceDescription): Promise<PeerSite> {
    const folder = await installPackages(peer.name, peer.manifest);
    await setAside(path.join(folder, 'docs'));
    const sources = { ...peer.sources(description), 'api.json': description.json };
    for (const [name, text] of Object.entries(sources)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return new PeerSite(peer, folder);
  }

  /** Builds with nothing built before. Throws `ProcessFailed` when it fails, takes ten minutes, or takes 4/5 of the machine's memory. */
  async buildCold(): Promise<Measured> {
    for (const made of this.peer.made) await setAside(path.join(this.folder, made));
    const measured: Measured[] = [];
    for (const [program = '', ...rest] of this.peer.commands) {
      const spent = measured.reduce((sum, { seconds }) => sum + seconds, 0);
      measured.push(
        await measureProcess([path.join(this.folder, 'node_modules/.bin', program), ...rest], environment(), {
          cwd: this.folder,
          seconds: LONGEST_SECONDS - spent,
          megabytes: (totalmem() / 1024 ** 2) * MOST_MEMORY,
        }),
      );
    }
    return measured.reduce((before, { seconds, cpuSeconds, peakMegabytes, output }) => ({
      seconds: before.seconds + seconds,
      cpuSeconds: before.cpuSeconds + cpuSeconds,
      peakMegabytes: Math.max(before.peakMegabytes, peakMegabytes),
      output: before.output + output,
    }));
  }
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
  NODE_OPTIONS: `--max-old-space-size=${MOST_HEAP_MEGABYTES}`,
  DO_NOT_TRACK: '1',
  // Nobody asks the net for a newer version.
  ZUDOKU_DISABLE_UPDATE_CHECK: '1',
  CI: '1',
  ZUDOKU_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
});
