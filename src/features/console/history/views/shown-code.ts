export const mostCharacters = 20_000;
const mostColoured = 10_000;

/** As much of a text as is pleasant to look at here; colours only where they come at once. */
export function shownCode(text: string, language: string): { readonly code: string; readonly language: string } {
  const code = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}\n…` : text;
  return { code, language: text.length > mostColoured ? 'text' : language };
}
