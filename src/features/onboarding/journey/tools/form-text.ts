import type { FormFieldConfig } from '../../../../../contract/portal-config';
import type { FormAnswers, JourneyEvidence, PortalProblem } from '../../../../portal-client';

/** What stands in the fields, as a form holds it; `yes` and `no` of a question that is answered so. */
export type FormText = Readonly<Record<string, string>>;

/** The fields as they are when nobody has typed: what was sent last, else empty. */
export function openingText(fields: readonly FormFieldConfig[], sent: JourneyEvidence['answers'] = {}): FormText {
  return Object.fromEntries(
    fields.map(({ id }) => {
      const answer = Object.hasOwn(sent, id) ? sent[id] : undefined;
      return [id, typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : (answer ?? '')];
    }),
  );
}

/** The answers to send; what is empty and may be is left out. */
export function answersOf(fields: readonly FormFieldConfig[], text: FormText): FormAnswers {
  return Object.fromEntries(
    fields.flatMap(({ id, kind }): [string, string | boolean][] => {
      const value = text[id] ?? '';
      if (value === '') return [];
      return [[id, kind === 'yes-no' ? value === 'yes' : value]];
    }),
  );
}

/** What the service says of each field, by its id. */
export function faultsOf(problem: PortalProblem | null): Readonly<Record<string, string>> {
  const named = (problem?.places ?? []).flatMap(({ at, message }): [string, string][] => {
    const id = /^\/answers\/([^/]+)$/.exec(at)?.[1];
    return id === undefined ? [] : [[id.replaceAll('~1', '/').replaceAll('~0', '~'), sentence(message)]];
  });
  return Object.fromEntries(named);
}

const sentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
