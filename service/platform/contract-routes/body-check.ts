import type { FastifyRequest } from 'fastify';
import type { Contract, RequestBody } from '../../../contract/model.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { ProblemError } from '../problem.ts';
import { invalidRequest } from '../invalid-request.ts';

/**
 * Validates a body by the schema of its media type. Done here, not by Fastify's `schema.body.content`, which lets a body
 * through unvalidated when its media type is not in the list.
 */
export function bodyCheck(contract: Contract, body: RequestBody) {
  const validator = validatorFor(contract);
  const schemas = new Map(body.content.map((media) => [media.type, media.schema ?? true]));
  const accepted = [...schemas.keys()].join(' or ');
  return async (request: FastifyRequest): Promise<void> => {
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (type === undefined && request.body === undefined) {
      if (!body.required) return;
      throw new ProblemError('request-invalid', {
        detail: `The request has no body. Send one as ${accepted}.`,
        errors: [{ in: 'body', at: '', message: 'is required' }],
      });
    }
    const schema = schemas.get(type ?? '');
    if (schema === undefined) {
      const sent = type === undefined ? 'The body has no Content-Type' : `The body is sent as ${type}`;
      throw new ProblemError('media-type-unsupported', { detail: `${sent}. Send it as ${accepted}.` });
    }
    const findings = validator.validate(schema, request.body, 'request');
    if (findings.length > 0) throw invalidRequest('body', findings);
  };
}
