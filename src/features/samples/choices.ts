import type { CodeSampleView } from '../../../contract/reference-page';
import { languageOf } from './language-choice/language-of';
import type { LanguageId } from './languages';

/** What the menu's value says: a language to write, or one of the description's own samples by its index. */
export type Choice =
  { readonly kind: 'generated'; readonly language: LanguageId } | { readonly kind: 'written'; readonly index: number };

/** What is shown: what was picked on this page, else the author's sample in the reader's language, else ours. */
export function shownChoice(picked: Choice | null, language: LanguageId, written: readonly CodeSampleView[]): Choice {
  const isThere = picked?.kind === 'written' ? picked.index < written.length : picked?.language === language;
  if (picked && isThere) return picked;
  const index = written.findIndex(({ lang }) => languageOf(lang) === language);
  return index < 0 ? { kind: 'generated', language } : { kind: 'written', index };
}

export function choiceValue(choice: Choice): string {
  return choice.kind === 'written' ? `written ${choice.index}` : choice.language;
}
