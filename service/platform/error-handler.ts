import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { databaseFault } from './database/index.ts';
import { invalidRequest } from './invalid-request.ts';
import { ProblemError, problemMediaType, toProblemJson } from './problem.ts';

/**
 * Turns whatever goes wrong into `application/problem+json` (RFC 9457). A client never sees a stack or a driver's message.
 * `handleError` is handed to Fastify twice: for its routes, and for what fails before a route is found (`frameworkErrors`).
 */
export function errorHandler(siteUrl: string) {
  return function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    if (problem.status === 500) request.log.error({ err: error }, 'a request failed');
    else if (problem.status > 500) request.log.warn({ err: problem.cause ?? error }, problem.message);
    sendProblem(reply, problem, siteUrl);
  };
}

export function sendProblem(reply: FastifyReply, problem: ProblemError, siteUrl: string): void {
  void reply
    .code(problem.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .type(problemMediaType)
    // Serialised here: a route's own serialisers are for its own answers.
    .serializer((body: unknown) => JSON.stringify(body))
    .send(toProblemJson(problem, { siteUrl, instance: reply.request.id }));
}

/** Registers the handlers on the whole application. */
export function useProblemAnswers(app: FastifyInstance, siteUrl: string): void {
  app.setErrorHandler(errorHandler(siteUrl));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0];
    sendProblem(reply, new ProblemError('not-found', { detail: `${request.method} ${path} is not here.` }), siteUrl);
  });
}

export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const fault = databaseFault(error);
  if (fault !== null) return fault;
  if (!(error instanceof Error)) return new ProblemError('internal', { cause: error });
  return fromFastify(error as FastifyError) ?? new ProblemError('internal', { cause: error });
}

function fromFastify(error: FastifyError): ProblemError | null {
  if (error.validation) return invalid(error);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError('body-too-large', { detail: 'Send a smaller body.', headers: { connection: 'close' } });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError('media-type-unsupported', { detail: `${error.message}.` });
    case 'FST_ERR_BAD_URL':
      return new ProblemError('request-invalid', { detail: 'The address has a percent sign that encodes nothing.' });
  }
  switch (error.statusCode) {
    case 400:
      return new ProblemError('body-malformed', { detail: error.message });
    case 404:
    case 414:
      return new ProblemError('not-found');
    case 503:
      return new ProblemError('unavailable', { headers: { 'retry-after': '2' }, cause: error });
    default:
      return null;
  }
}

const rooms = { params: 'path', querystring: 'query', headers: 'header', body: 'body' } as const;

function invalid(error: FastifyError): ProblemError {
  const places = (error.validation ?? []).map(({ instancePath, params, message = 'is not as described' }) => {
    const missing = params.missingProperty;
    return typeof missing === 'string'
      ? { pointer: `${instancePath}/${missing}`, message: 'is required' }
      : { pointer: instancePath, message };
  });
  return invalidRequest(rooms[error.validationContext ?? 'body'], places);
}
