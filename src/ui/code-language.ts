/** Usual names of languages that Prism knows by another. */
const ALIASES: Readonly<Record<string, string>> = {
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'bash',
  curl: 'bash',
  js: 'javascript',
  mjs: 'javascript',
  node: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  py: 'python',
  rb: 'ruby',
  cs: 'csharp',
  yml: 'yaml',
  md: 'markdown',
  mdx: 'tsx',
  html: 'markup',
  xml: 'markup',
  jsonc: 'json',
  json5: 'json',
  ndjson: 'json',
};

/** Above this a browser is busy for longer than a reader waits; the text is shown plain. */
const MOST_CHARACTERS = 200_000;

/** The name of the grammar to highlight with; `text` where there is none. */
export function grammarOf(language: string, grammars: Readonly<Record<string, unknown>>): string {
  const name = language.toLowerCase();
  const known = ALIASES[name] ?? name;
  return Object.hasOwn(grammars, known) ? known : 'text';
}

export function isWorthHighlighting(code: string): boolean {
  return code.length <= MOST_CHARACTERS;
}
