import type { FormFieldConfig } from '../../../contract/portal-config.ts';
import type { ProblemPlace } from '../../platform/problem.ts';

export type Answers = Readonly<Record<string, string | boolean>>;

const longest: Readonly<Record<FormFieldConfig['kind'], number>> = {
  text: 200,
  'long-text': 4000,
  'yes-no': 5,
  choice: 200,
  address: 500,
};

/** What is wrong with the answers to a form: one place for each field. Pure. */
export function checkAnswers(fields: readonly FormFieldConfig[], answers: Answers): readonly ProblemPlace[] {
  const unknown = Object.keys(answers).filter((id) => !fields.some((field) => field.id === id));
  return [
    ...unknown.map((id) => place(id, 'is not a field of this form')),
    ...fields.flatMap((field) => {
      const message = wrongWith(field, Object.hasOwn(answers, field.id) ? answers[field.id] : undefined);
      return message === undefined ? [] : [place(field.id, message)];
    }),
  ];
}

function wrongWith(
  { kind, required = true, options = [] }: FormFieldConfig,
  answer: string | boolean | undefined,
): string | undefined {
  if (answer === undefined || answer === '') return required ? 'is required' : undefined;
  if (kind === 'yes-no') return typeof answer === 'boolean' ? undefined : 'must be true or false';
  if (typeof answer !== 'string') return 'must be text';
  if (answer.trim() === '' && required) return 'is required';
  if (answer.length > longest[kind]) return `must have at most ${longest[kind]} characters`;
  if (answer.includes('\0')) return 'must not contain the character U+0000';
  if (kind === 'choice' && !options.includes(answer)) return `must be one of: ${options.join(', ')}`;
  if (kind === 'address' && URL.parse(answer)?.protocol !== 'https:') return 'must be an https address';
  return undefined;
}

function place(id: string, message: string): ProblemPlace {
  return { in: 'body', at: `/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`, message };
}
