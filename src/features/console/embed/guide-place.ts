import type { GivenValues, NeededValue } from '../../../../contract/embedded-operation';
import type { FieldProblem, FormValues } from '../request';

/** A console's place within a guide: what it opens with, and who hears of its answers. */
export interface GuidePlace {
  /** Of its draft. */
  readonly key: string;
  /** As the guide writes it, with `{{name}}` for what earlier steps give. */
  readonly written: GivenValues;
  /** The same with what is known by now. */
  readonly given: GivenValues;
  readonly needs: readonly NeededValue[];
  /** The text of an answer of success. */
  readonly onAnswer: (text: string) => void;
}

/** The form where what the guide gives has changed: a field that somebody has changed stays as it is. */
export function refilled(values: FormValues, before: GivenValues, after: GivenValues): FormValues {
  const parameters = { ...values.parameters };
  for (const [key, text] of Object.entries(after.parameters)) {
    if (parameters[key] === before.parameters[key]) parameters[key] = text;
  }
  const isBodyLeft = after.body !== undefined && values.body === before.body;
  return { ...values, parameters, body: isBodyLeft ? after.body : values.body };
}

/** Fields that wait for an earlier step. */
export function waitingFields(values: FormValues, { needs }: Pick<GuidePlace, 'needs'>): readonly FieldProblem[] {
  const texts = [...Object.entries(values.parameters), ['body', values.body] as const];
  return texts.flatMap(([field, text]) =>
    needs
      .filter(({ name }) => text.includes(`{{${name}}}`))
      .map(({ name, from }) => ({ field, message: `Send “${from}” first: its answer gives ${name}.` })),
  );
}
