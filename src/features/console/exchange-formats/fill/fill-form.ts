import type { OperationPage } from '../../../../../contract/reference-page';
import type { FormValues } from '../../request';
import type { ForeignRequest } from '../foreign-request';
import { fillBody } from './fill-body';
import { fillParameters } from './fill-parameters';
import { findCredentials, type FoundCredentials } from './find-credentials';

export interface FilledForm {
  readonly values: FormValues;
  /** What is not in the form as it was in the text, a sentence each. None names a value: it may be secret. */
  readonly notes: readonly string[];
  readonly credentials: FoundCredentials;
}

/** The form that sends what a foreign request sends; `path` is what stands for the path's variables. Nothing else of the form stays. */
export function fillForm(page: OperationPage, request: ForeignRequest, path: ReadonlyMap<string, string>): FilledForm {
  const credentials = findCredentials(page, request);
  const { texts, unknown, open } = fillParameters(page, request, path, credentials);
  const { mediaType, body, partTypes, files, notes } = fillBody(page, request);
  return {
    values: { parameters: texts, mediaType, body, ...(Object.keys(partTypes).length > 0 && { partTypes }) },
    notes: [
      ...(unknown.length > 0 ? [`This operation does not take ${listed(unknown)}: left out.`] : []),
      ...(open.length > 0 ? [`The text leaves ${listed(open)} open: fill it in.`] : []),
      ...files.map(
        ({ part, fileName }) =>
          `Choose the file “${fileName}” again${part === '' ? '' : `, for ${part}`}: a page cannot.`,
      ),
      ...notes,
      ...request.notes,
    ],
    credentials,
  };
}

const MOST_NAMED = 8;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
