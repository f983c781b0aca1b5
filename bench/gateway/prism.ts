import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../cli/free-port.ts';
import { installPackages } from '../reference/peers/install-peer.ts';

const manifest = { dependencies: { '@stoplight/prism-cli': '5.16.0' } };

/** Prism's proxy before an upstream, with its defaults: it validates both ways. Its log is off. */
export async function startPrism(
  description: string,
  upstream: string,
): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = await installPackages('prism', manifest);
  const port = String(await freePort());
  const words = ['proxy', description, upstream, '--port', port, '--host', '127.0.0.1', '--verboseLevel', 'silent'];
  const program = path.join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const failed = ended.then(([code]) => Promise.reject(new Error(`Prism ended with ${code}.`)));
  failed.catch(() => undefined);
  await Promise.race([firstAnswer(origin), failed]);
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function firstAnswer(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(origin).catch(() => null);
    if (answer) return void (await answer.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
