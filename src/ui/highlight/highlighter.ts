import { LOADERS, REQUIRES } from './grammars';
import { type Piece, piecesOf } from './pieces';
import { Prism } from './prism';

/** Loads a grammar, where there is one, and what it is built upon. Fails as `import()` does; it can be asked again. */
export async function loadGrammar(name: string): Promise<void> {
  if (hasGrammar(name) || !Object.hasOwn(LOADERS, name)) return;
  for (const one of [...(REQUIRES[name] ?? []), name]) if (!hasGrammar(one)) await LOADERS[one]?.();
}

/** The code in pieces; undefined where the grammar is not here. */
export function highlight(text: string, name: string): readonly Piece[] | undefined {
  if (!hasGrammar(name)) return undefined;
  const environment = { code: text, language: name, grammar: Prism.languages[name] ?? {}, tokens: [] as never };
  Prism.hooks.run('before-tokenize', environment);
  const tokens = Prism.tokenize(environment.code, environment.grammar);
  const after = { ...environment, tokens };
  Prism.hooks.run('after-tokenize', after);
  const pieces = piecesOf(after.tokens);
  return name === 'json' ? withoutPunctuation(pieces) : pieces;
}

/** Whether the grammar is here. Prism's `languages` has functions beside the grammars (`extend`), and what every object has. */
export function hasGrammar(name: string): boolean {
  return Object.hasOwn(Prism.languages, name) && typeof Prism.languages[name] === 'object';
}

/** What is neither a name nor a value in JSON is punctuation: syntax.css colours the whole, and half of the marks are saved. */
function withoutPunctuation(pieces: readonly Piece[]): Piece[] {
  return pieces.map(([kind, text]) => [kind === 'punctuation' ? 'text' : kind, text]);
}
