import path from 'node:path';

export function embedsFolder(buildFolder: string): string {
  return path.join(buildFolder, 'embeds');
}

/** The file of a guide's nth embedded operation, below {@link embedsFolder}; `guide` is relative to the guides' folder. */
export function embedFile(guide: string, place: number): string {
  return `${guide.replaceAll(path.sep, '/')}.${place}.json`;
}
