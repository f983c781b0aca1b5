import type { GivenValues } from '../../../../contract/embedded-operation';
import type { MediaTypeView, OperationPage, ParameterView } from '../../../../contract/reference-page';
import type { AskedTrouble } from './asked-trouble';
import { isJsonMediaType } from './field-kind';

/** What stands in the form. Every field holds text, as typed; an empty one is left out of the request. */
export interface FormValues {
  /** By `fieldKey`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The index in `page.body.content`; 0 where there is no body. */
  readonly mediaType: number;
  readonly body: string;
  /** Chosen files: of a multipart body by the part's name, of a binary body by ''. They are held in memory only. */
  readonly files?: Readonly<Record<string, readonly File[]>>;
  /** Media types that somebody chose for parts of a multipart body, by the part's name. */
  readonly partTypes?: Readonly<Record<string, string>>;
  /** What the sandbox is asked to let go wrong; never in live. */
  readonly trouble?: AskedTrouble;
}

const namedElsewhere = new Set(['accept', 'content-type', 'authorization']);

/** `query:limit`. Names are unique only together with where the parameter stands (OpenAPI 3.1 §4.8.12). */
export function fieldKey(parameter: Pick<ParameterView, 'in' | 'name'>): string {
  return `${parameter.in}:${parameter.name}`;
}

/** The parameters that have a field: `Accept`, `Content-Type` and `Authorization` do not (OpenAPI 3.1 §4.8.12.2). */
export function fieldsOf(page: OperationPage): readonly ParameterView[] {
  return page.parameters.filter(({ in: place, name }) => place !== 'header' || !namedElsewhere.has(name.toLowerCase()));
}

/**
 * What the form starts with: the contract's examples in required fields and in the body. Optional fields start empty:
 * an example's cursor or filter would make the first answer an empty one.
 */
export function initialValues(page: OperationPage, remembered: Readonly<Record<string, string>> = {}): FormValues {
  const parameters: Record<string, string> = {};
  for (const parameter of fieldsOf(page)) {
    const key = fieldKey(parameter);
    parameters[key] = remembered[key] ?? (parameter.required ? exampleText(parameter) : '');
  }
  const content = page.body?.content ?? [];
  const mediaType = Math.max(
    0,
    content.findIndex(({ type }) => isJsonMediaType(type)),
  );
  return { parameters, mediaType, body: firstExample(content[mediaType]) };
}

/** The form with what a guide fills in. */
export function givenValues(values: FormValues, given: GivenValues | undefined): FormValues {
  if (!given) return values;
  const parameters = { ...values.parameters, ...given.parameters };
  return { ...values, parameters, body: given.body ?? values.body };
}

/** A parameter's example as one types it; '' where the contract gives none. */
export function exampleText({ example }: ParameterView): string {
  if (example === undefined || example === null) return '';
  return typeof example === 'string' ? example : JSON.stringify(example);
}

export function firstExample(content: MediaTypeView | undefined): string {
  return content?.examples[0]?.text ?? '';
}
