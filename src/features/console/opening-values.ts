import type { OperationPage } from '../../../contract/reference-page';
import { standIn } from './stand-in';
import { exampleText, fieldKey, fieldsOf, initialValues, type FormValues } from './request';

/**
 * What the form opens with: as it was left, else the contract's examples and, where a required field has none, a stand-in. An id that was made meanwhile takes the place
 * of an empty field and of the contract's example, never of what somebody typed.
 */
export function openingValues(
  page: OperationPage,
  draft: FormValues | undefined,
  remembered: Readonly<Record<string, string>>,
): FormValues {
  if (!draft) return withStandIns(page, initialValues(page, remembered));
  const parameters = { ...draft.parameters };
  for (const parameter of fieldsOf(page)) {
    const key = fieldKey(parameter);
    const made = remembered[key];
    const isUntouched = ['', exampleText(parameter), standIn(parameter)].includes(parameters[key] ?? '');
    if (made !== undefined && isUntouched) parameters[key] = made;
  }
  return { ...draft, parameters };
}

/** The values with every required parameter filled in, so that the first press of Send gets an answer of the API. */
export function withStandIns(page: OperationPage, values: FormValues): FormValues {
  const parameters = { ...values.parameters };
  for (const parameter of fieldsOf(page)) {
    if (parameter.required) parameters[fieldKey(parameter)] ||= standIn(parameter);
  }
  return { ...values, parameters };
}
