import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The libraries of GraphQL and gRPC that a process has after it imported these files, one after the other. */
function librariesAfter(...files: readonly string[]): readonly (readonly string[])[] {
  const script = `
    import { createRequire } from 'node:module';
    const { cache } = createRequire(import.meta.url);
    const libraries = () => {
      const found = Object.keys(cache).map((file) => /node_modules.(protobufjs|@grpc.grpc-js|graphql)./.exec(file)?.[1]);
      return [...new Set(found)].filter(Boolean).sort();
    };
    const seen = [];
    for (const file of ${JSON.stringify(files)}) {
      await import(file);
      seen.push(libraries());
    }
    process.stdout.write(JSON.stringify(seen));`;
  const flags = ['--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })) as string[][];
}

test('a portal that maps nothing loads no library of GraphQL or gRPC', () => {
  expect(
    librariesAfter('./service/app.ts', './contract/mapped/graphql/index.ts', './contract/mapped/grpc/index.ts'),
  ).toEqual([[], ['graphql'], ['graphql', 'protobufjs']]);
});
