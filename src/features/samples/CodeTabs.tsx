import { Children, isValidElement, useState, type ReactElement, type ReactNode } from 'react';
import { Tabs } from '../../ui';
import { languageOf } from './language-choice/language-of';
import { useLanguage } from './language-choice/use-language';
import { languages, type LanguageId } from './languages';

interface FenceProps {
  readonly className?: string;
  readonly metastring?: string;
}

/**
 * Fences of a guide that say the same in several languages (`tab` after the language). The reader's is open, else the first; choosing one
 * chooses it for the whole site.
 */
export function CodeTabs({ children }: { readonly children: ReactNode }) {
  const [wanted, choose] = useLanguage();
  const [picked, pick] = useState<{ readonly id: string; readonly language: LanguageId | undefined } | null>(null);
  const fences = Children.toArray(children).filter((child) => isValidElement(child));
  const items = fences.map((fence, index) => ({ id: String(index), content: fence, ...namesOf(fence) }));
  const isWanted = ({ language }: (typeof items)[number]) => language === wanted;
  // What was picked here stays open, until another language is chosen elsewhere.
  const isPicked = picked && (picked.language === undefined || picked.language === wanted);
  const open = (isPicked ? items.find(({ id }) => id === picked.id) : undefined) ?? items.find(isWanted) ?? items[0];
  return (
    <Tabs
      label="Language"
      items={items}
      value={open?.id}
      onChange={(id) => {
        const language = items.find((item) => item.id === id)?.language;
        pick({ id, language });
        if (language) choose(language);
      }}
    />
  );
}

/** A fence is `<pre><code className="language-js" metastring="tab" /></pre>`. */
function namesOf(fence: ReactElement) {
  const inside = (fence.props as { readonly children?: ReactNode }).children;
  const { className = '', metastring = '' } = (isValidElement(inside) ? inside.props : fence.props) as FenceProps;
  const written = /(?:^|\s)language-(?<name>\S+)/.exec(className)?.groups?.name ?? 'text';
  const language = languageOf(written);
  const ours = languages.find(({ id }) => id === language)?.name;
  const label = /(?:^|\s)tab=(?<quote>["'])(?<label>.+?)\k<quote>/.exec(metastring)?.groups?.label;
  return { language, label: label ?? ours ?? written };
}
