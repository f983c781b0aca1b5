import type { Position, Source } from '../source/index.ts';

/** Which parts of a bundled description stand in which file. */
export class Mounts {
  readonly #main: Source;
  readonly #mounts: { readonly at: string; readonly source: Source; readonly pointer: string }[] = [];

  constructor(main: Source) {
    this.#main = main;
  }

  /** What is at `at` in the bundle is at `pointer` in the source. */
  add(at: string, source: Source, pointer: string): void {
    this.#mounts.push({ at, source, pointer });
  }

  /** Positions of pointers into the bundle, each in the file where it is written. */
  locate(pointers: readonly string[]): Map<string, Position> {
    const homes = pointers.map((pointer) => ({ pointer, ...this.#homeOf(pointer) }));
    const positions = new Map<string, Position>();
    for (const [source, group] of Map.groupBy(homes, (home) => home.source)) {
      const found = source.locate(group.map(({ original }) => original));
      for (const { pointer, original } of group) {
        const position = found.get(original);
        if (position) positions.set(pointer, source === this.#main ? position : { ...position, file: source.file });
      }
    }
    return positions;
  }

  #homeOf(pointer: string): { source: Source; original: string } {
    let best = { at: '', source: this.#main, pointer: '' };
    for (const mount of this.#mounts) {
      const isAround = pointer === mount.at || pointer.startsWith(`${mount.at}/`);
      if (isAround && mount.at.length > best.at.length) best = mount;
    }
    return { source: best.source, original: best.pointer + pointer.slice(best.at.length) };
  }
}
