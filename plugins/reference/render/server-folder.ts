import path from 'node:path';

/** Where the copy of Docusaurus's server bundle is, between its build and the rendering of the operations. */
export function serverFolderOf(buildFolder: string): string {
  return path.join(buildFolder, 'reference-server');
}
