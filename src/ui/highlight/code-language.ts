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
  'c#': 'csharp',
  kt: 'kotlin',
  rs: 'rust',
  golang: 'go',
  yml: 'yaml',
  md: 'markdown',
  mdx: 'tsx',
  html: 'markup',
  xml: 'markup',
  jsonc: 'json',
  json5: 'json',
  ndjson: 'json',
  dockerfile: 'docker',
  ps1: 'powershell',
  tf: 'hcl',
  proto: 'protobuf',
  objc: 'objectivec',
  'c++': 'cpp',
  gql: 'graphql',
  jsonl: 'json',
};

/** Above this a browser is busy for longer than a reader waits; the text is shown plain. */
const MOST_CHARACTERS = 200_000;

/** Prism's name of a language. */
export function grammarName(language: string): string {
  const name = language.toLowerCase();
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name;
}

export function isWorthHighlighting(code: string): boolean {
  return code.length <= MOST_CHARACTERS;
}
