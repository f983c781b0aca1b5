import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The part of a bundler's compiler that is used here; Rspack and webpack are alike in it. */
interface Compiler {
  readonly hooks: { readonly afterEmit: { tapPromise(name: string, run: () => Promise<void>): void } };
  readonly options: { readonly output: { readonly path?: string } };
}

/**
 * Docusaurus deletes its server bundle before `postBuild`. This keeps a copy: the renderer of the operation pages is that
 * same bundle, so that class names and markup are those of the client's.
 */
export function keepServerBundle(folder: string): { apply(compiler: Compiler): void } {
  return {
    apply({ hooks, options }) {
      hooks.afterEmit.tapPromise('portolan-reference', async () => {
        if (options.output.path === undefined) return;
        await rm(folder, { recursive: true, force: true });
        await cp(options.output.path, folder, { recursive: true });
        // The bundle is CommonJS, whatever the package around it says.
        await writeFile(path.join(folder, 'package.json'), '{"type":"commonjs"}');
      });
    },
  };
}
