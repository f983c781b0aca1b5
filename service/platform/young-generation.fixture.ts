import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getHeapSpaceStatistics } from 'node:v8';
import { releaseStartMemory } from './release-start-memory.ts';
import { growUnderLoad } from './young-generation.ts';

/** A process of its own, with clients and work: tells how large its young generation is for one client, and at last for many. */
const server = createServer();
growUnderLoad(server);
releaseStartMemory();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

work();
const forOne = megabytes();
for (let client = 0; client < 20; client++) connect(port, '127.0.0.1');
const until = performance.now() + 20_000;
while (megabytes() < 16 && performance.now() < until) {
  work();
  await new Promise((resolve) => setImmediate(resolve));
}
process.stdout.write(JSON.stringify({ forOne, forMany: megabytes() }));
process.exit(0);

function work(): void {
  let living: unknown[] = [];
  for (let count = 0; count < 500_000; count++) {
    living.push([count]);
    if (living.length > 20_000) living = [];
  }
}

function megabytes(): number {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  return Math.round((young?.space_size ?? 0) / 1024 / 1024);
}
