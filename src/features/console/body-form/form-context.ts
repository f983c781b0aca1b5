import { createContext, use, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';
import type { SchemaParts } from '../editor/schema-parts';
import type { JsonEdit } from '../json/edit-json';
import type { BodyValueProps } from './field-place';
import type { MarkStore } from './mark-store';

/** What the fields of a body's form have in common; it stays the same object while the form is open. */
export interface FormTools {
  /** Of the controls' ids; a JSON pointer follows. */
  readonly idPrefix: string;
  readonly parts: SchemaParts;
  readonly marks: MarkStore;
  readonly edit: (edit: JsonEdit) => void;
  /** One value of the body. What holds values is held by one: it gets it from here, not by an import in a circle. */
  readonly Value: ComponentType<BodyValueProps>;
  /** What an alternative held before another was chosen, by pointer and place. */
  readonly left: Map<string, string>;
}

export const FormToolsContext = createContext<FormTools | null>(null);

export function useFormTools(): FormTools {
  const tools = use(FormToolsContext);
  if (!tools) throw new Error('A field of a body stands outside of its form.');
  return tools;
}

/** The mark of one place. */
export function useMark(pointer: string): string | null {
  const { marks } = useFormTools();
  return useSyncExternalStore(marks.subscribe, () => marks.at(pointer));
}

/** Members of the outermost object that are not edited as JSON: files, and what is beside a field. */
export interface OutermostMembers {
  /** In the place of a member's control; null where it has the usual one. */
  readonly control: (name: string, id: string) => ReactNode;
  /** Below it. */
  readonly beside: (name: string) => ReactNode;
  /** Whether a member has a value that is not in the text. */
  readonly isSet: (name: string) => boolean;
  readonly onRemove: (name: string) => void;
}

export const OutermostContext = createContext<OutermostMembers | null>(null);
