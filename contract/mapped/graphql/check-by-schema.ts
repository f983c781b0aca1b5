import { buildSchema } from 'graphql/utilities/buildASTSchema.js';
import { validate } from 'graphql/validation/validate.js';
import { PortalError } from '../../read/portal-error.ts';
import type { DocumentPlace, GraphqlDocument } from './document.ts';

/** What the server of this schema would say against a document (https://spec.graphql.org/October2021/#sec-Validation). */
export type CheckBySchema = (document: GraphqlDocument, place: DocumentPlace) => readonly PortalError[];

/** Throws a `PortalError` where the schema's own text is wrong. */
export function checkBySchema(file: string, text: string): CheckBySchema {
  try {
    const schema = buildSchema(text);
    return ({ node }, { file: document, firstLine }) =>
      validate(schema, node).map(({ message, locations }) => {
        const line = firstLine + (locations?.[0]?.line ?? 1) - 1;
        return new PortalError(`the server would refuse this: ${message.replace(/\.$/, '')}. Mend it there.`, {
          file: document,
          line,
        });
      });
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number }[] };
    const what = message.replace(/^Syntax Error: |\.$/g, '');
    throw new PortalError(`this is no GraphQL schema: ${what}. Mend it there.`, { file, line: locations?.[0]?.line });
  }
}
