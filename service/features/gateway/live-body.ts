import { Readable } from 'node:stream';
import { type Dispatcher, errors } from 'undici';

/** The rest of an answer that did not come at once: taken from the connection as fast as it is read, and no faster. */
export class LiveBody extends Readable {
  readonly #controller: Dispatcher.DispatchController;

  /** `early` is what has come of it. */
  constructor(controller: Dispatcher.DispatchController, early: readonly Buffer[]) {
    super({ highWaterMark: 64 * 1024 });
    this.#controller = controller;
    for (const chunk of early) this.push(chunk);
  }

  override _read(): void {
    this.#controller.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const cause = error ?? (this.readableEnded ? null : new errors.RequestAbortedError());
    if (cause) this.#controller.abort(cause);
    done(cause);
  }

  /** Reads what nobody wants, so that the connection can be used again; where it is much, the connection is given up. */
  dump(): Promise<void> {
    let bytes = 0;
    this.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostDumped) this.destroy();
    });
    this.on('error', () => undefined);
    return new Promise((resolve) => {
      if (this.closed) resolve();
      else this.once('close', resolve);
    });
  }
}

const mostDumped = 128 * 1024;
