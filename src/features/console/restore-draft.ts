import type { OperationPage } from '../../../contract/reference-page';
import { exampleText, fieldKey, fieldsOf, initialValues, type FormValues } from './request';

/**
 * What the form opens with: as it was left, else the contract's examples. An id that was made meanwhile takes the place
 * of an empty field and of the contract's example, never of what somebody typed.
 */
export function openingValues(
  page: OperationPage,
  draft: FormValues | undefined,
  remembered: Readonly<Record<string, string>>,
): FormValues {
  if (!draft) return initialValues(page, remembered);
  const parameters = { ...draft.parameters };
  for (const parameter of fieldsOf(page)) {
    const key = fieldKey(parameter);
    const made = remembered[key];
    const isUntouched = ['', exampleText(parameter)].includes(parameters[key] ?? '');
    if (made !== undefined && isUntouched) parameters[key] = made;
  }
  return { ...draft, parameters };
}
