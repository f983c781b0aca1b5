import type { RequestDescription } from '../../console/request';

/** Writes a request (made ready by `readyRequest`) as a program that one can run. */
export type SampleWriter = (request: RequestDescription) => string;

export interface SampleLanguage {
  readonly id: LanguageId;
  readonly name: string;
  /** Prism's name of it. */
  readonly grammar: string;
}

export type LanguageId =
  'shell' | 'javascript' | 'node' | 'python' | 'go' | 'java' | 'csharp' | 'php' | 'ruby' | 'kotlin' | 'swift' | 'rust';

const language = (id: LanguageId, name: string, grammar: string = id): SampleLanguage => ({ id, name, grammar });

/** In the order of the menu. The first is in the HTML. */
export const languages: readonly SampleLanguage[] = [
  language('shell', 'Shell', 'bash'),
  language('javascript', 'JavaScript'),
  language('node', 'Node', 'javascript'),
  language('python', 'Python'),
  language('go', 'Go'),
  language('java', 'Java'),
  language('csharp', 'C#'),
  language('php', 'PHP'),
  language('ruby', 'Ruby'),
  language('kotlin', 'Kotlin'),
  language('swift', 'Swift'),
  language('rust', 'Rust'),
];
