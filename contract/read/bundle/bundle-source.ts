import { findTooDeep } from '../description/depth.ts';
import { isObject } from '../json-value.ts';
import type { Source } from '../source/index.ts';
import { Bundle } from './bundle.ts';

/**
 * A description as one document: what its `$ref`s to files below its own folder name is put among its components, or where it is
 * first named. Other references stay as they are; nothing outside of that folder is opened, and no socket. Throws a
 * `PortalError` with the place of each reference that leads nowhere.
 */
export async function bundleSource(main: Source): Promise<Source> {
  const root = main.value;
  if (!main.hints.otherFiles || !isObject(root) || findTooDeep(root) !== undefined) return main;
  const bundle = new Bundle(main, root);
  await bundle.fill();
  const others = bundle.files.list();
  if (others.length === 0) return main;
  return {
    ...main,
    otherFiles: others.map(({ file }) => file),
    hints: {
      otherFiles: false,
      internal: [main, ...others].some(({ hints }) => hints.internal),
      sandbox: [main, ...others].some(({ hints }) => hints.sandbox),
    },
    locate: (pointers) => bundle.mounts.locate(pointers),
  };
}
