import { Prism } from 'prism-react-renderer';

/** Grammars that few pages need; their code comes when a block of the language is shown. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  csharp: () => import('prismjs/components/prism-csharp'),
  java: () => import('prismjs/components/prism-java'),
  php: async () => {
    await import('prismjs/components/prism-markup-templating');
    await import('prismjs/components/prism-php');
  },
  ruby: () => import('prismjs/components/prism-ruby'),
};

const listeners = new Set<() => void>();

/** True where the grammar is not here and can be had. */
export function isLazyGrammar(name: string): boolean {
  return Object.hasOwn(loaders, name) && !Object.hasOwn(Prism.languages, name);
}

/** Loads a grammar where it is a lazy one that is not here yet. Fails as `import()` does; it can be asked again. */
export async function loadGrammar(name: string): Promise<void> {
  if (!isLazyGrammar(name)) return;
  // A grammar adds itself to the global Prism: here to that of prism-react-renderer.
  Object.assign(globalThis, { Prism });
  await loaders[name]?.();
  for (const listener of listeners) listener();
}

/** Calls the listener after each grammar that was loaded. */
export function followGrammars(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
