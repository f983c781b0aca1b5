import type { LanguageId, SampleWriter } from '../languages';
import { writeShell } from '../languages/shell';

const loaders: Readonly<Record<LanguageId, () => SampleWriter | Promise<SampleWriter>>> = {
  shell: () => writeShell,
  javascript: async () => (await import('../languages/javascript')).writeJavaScript,
  node: async () => (await import('../languages/node')).writeNode,
  python: async () => (await import('../languages/python')).writePython,
  go: async () => (await import('../languages/go')).writeGo,
  java: async () => (await import('../languages/java')).writeJava,
  csharp: async () => (await import('../languages/csharp')).writeCSharp,
  php: async () => (await import('../languages/php')).writePhp,
  ruby: async () => (await import('../languages/ruby')).writeRuby,
  kotlin: async () => (await import('../languages/kotlin')).writeKotlin,
  swift: async () => (await import('../languages/swift')).writeSwift,
  rust: async () => (await import('../languages/rust')).writeRust,
};

const loaded = new Map<LanguageId, SampleWriter>([['shell', writeShell]]);

/** The writer of a language where its code is here; only the shell's is from the beginning. */
export function writerOf(language: LanguageId): SampleWriter | undefined {
  return loaded.get(language);
}

/** Fetches a language's writer. Fails as `import()` does; it can be asked again. */
export async function loadWriter(language: LanguageId): Promise<SampleWriter> {
  const writer = await loaders[language]();
  loaded.set(language, writer);
  return writer;
}
