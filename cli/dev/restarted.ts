import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Editors write a file in several steps; a restart waits for the last one. */
const SETTLE_MILLISECONDS = 150;

/** A process that is started anew when its inputs change, and stays down, ready for the next change, when it fails. */
export class Restarted {
  readonly #start: () => ChildProcess;
  #child: ChildProcess;
  #generation = 0;

  constructor(start: () => ChildProcess) {
    this.#start = start;
    this.#child = start();
  }

  async restart(): Promise<void> {
    const generation = ++this.#generation;
    await pause(SETTLE_MILLISECONDS);
    if (generation !== this.#generation) return;
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill();
      await ended;
    }
    if (generation === this.#generation) this.#child = this.#start();
  }

  stop(): void {
    this.#generation++;
    this.#child.kill();
  }
}
