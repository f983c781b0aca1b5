import type { Contract } from '../../model.ts';
import { isObject, type JsonObject, member } from '../json-value.ts';
import { PortalError } from '../portal-error.ts';
import type { Source } from '../source/index.ts';

const READ_VERSIONS = 'This portal reads OpenAPI 3.0, 3.1 and 3.2.';

/** Which OpenAPI this is (3.1 §4.8.1 `openapi`). Throws a `PortalError` with advice for everything that is not read. */
export function identifySpecification(source: Source): { root: JsonObject; specification: Contract['specification'] } {
  const { file, value: root } = source;
  if (!isObject(root)) {
    throw new PortalError(`this is not an OpenAPI description: it has no members. ${READ_VERSIONS}`, { file });
  }
  const place = (key: string) => ({ file, ...source.locate([`/${key}`]).get(`/${key}`) });
  if (member(root, 'swagger') !== undefined) {
    throw new PortalError(
      `this is Swagger 2.0. ${READ_VERSIONS} Convert it, for example with ` +
        '`npx swagger2openapi FILE --outfile openapi.yaml` or at https://converter.swagger.io, and use the result.',
      place('swagger'),
    );
  }
  const stated = member(root, 'openapi');
  if (stated === undefined) {
    const other = ['asyncapi', 'arazzo', 'overlay', '$schema'].find((key) => Object.hasOwn(root, key));
    const guess = other ? ` (it has "${other}")` : '';
    throw new PortalError(
      `this is not an OpenAPI description: it has no "openapi" member${guess}. ${READ_VERSIONS} Begin it with "openapi: 3.1.0".`,
      { file },
    );
  }
  // Unquoted in YAML, 3.1 is a number.
  const text = typeof stated === 'string' || typeof stated === 'number' ? String(stated) : '';
  const found = /^(3\.[012])(?:[.-].*)?$/.exec(text)?.[1];
  if (found === undefined) {
    throw new PortalError(`this is OpenAPI ${JSON.stringify(stated)}. ${READ_VERSIONS}`, place('openapi'));
  }
  return { root, specification: found as Contract['specification'] };
}
