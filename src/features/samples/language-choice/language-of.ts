import type { LanguageId } from '../languages';

const names: Readonly<Record<string, LanguageId>> = {
  ...{ shell: 'shell', bash: 'shell', sh: 'shell', curl: 'shell', zsh: 'shell' },
  ...{ javascript: 'javascript', js: 'javascript', node: 'node', nodejs: 'node', 'node.js': 'node' },
  ...{ python: 'python', python3: 'python', py: 'python', go: 'go', golang: 'go', java: 'java' },
  ...{ csharp: 'csharp', 'c#': 'csharp', cs: 'csharp', dotnet: 'csharp', '.net': 'csharp' },
  ...{ php: 'php', ruby: 'ruby', rb: 'ruby', kotlin: 'kotlin', kt: 'kotlin', swift: 'swift', rust: 'rust', rs: 'rust' },
};

/** Our language for what an author calls it (`lang` of `x-codeSamples`, a fence's language); undefined for any other. */
export function languageOf(name: string): LanguageId | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
