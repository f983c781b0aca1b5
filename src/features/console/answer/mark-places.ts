import type { OperationPage } from '../../../../contract/reference-page';
import type { ProblemPlace } from '../../../portal-client';
import { fieldKey, fieldsOf, type FieldProblem } from '../request';

/** The places that a problem names, as marks at the form's fields. A pointer says where in the body. */
export function markPlaces(page: OperationPage, places: readonly ProblemPlace[]): readonly FieldProblem[] {
  return places.flatMap(({ in: place, at, message }) => {
    if (place === 'body') return [{ field: 'body', message, ...(at !== '' && { pointer: at }) }];
    const name = place === 'header' ? at.toLowerCase() : at;
    const field = fieldsOf(page).find(
      (one) => one.in === place && (place === 'header' ? one.name.toLowerCase() : one.name) === name,
    );
    return field ? [{ field: fieldKey(field), message }] : [];
  });
}
