import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteGenericInterface } from 'fastify';
import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { ProblemError } from '../problem.ts';
import { authorization, type Authorizer } from './authorization.ts';
import { bodyCheck } from './body-check.ts';
import { parameterCompiler } from './parameter-compiler.ts';
import { operationSchema, routePath } from './operation-schema.ts';

export type ContractRouteHandler<Route extends RouteGenericInterface> = (
  request: FastifyRequest<Route>,
  reply: FastifyReply,
) => unknown;

/** Lets a request through, or throws why not. */
type Step = (request: FastifyRequest) => Promise<void>;

export interface RouteOptions {
  /** Default: 64 KB. */
  readonly largestBodyBytes?: number;
}

/** Routes whose method, path, parameters and body are those of a contract: a feature names the operation and handles it. */
export interface ContractRoutes {
  /**
   * Adds the operation's route. Throws where the contract has no such operation. `before` runs first of all, before the
   * body is read.
   */
  add<Route extends RouteGenericInterface>(
    app: FastifyInstance,
    operationId: string,
    handler: ContractRouteHandler<Route>,
    before?: readonly Step[],
    options?: RouteOptions,
  ): void;
  /** Answers 405 with `Allow` where the path is the contract's and the method is not. */
  refuseOtherMethods(app: FastifyInstance): void;
  /** Says who checks a security scheme of the contract. Routes that name it let nobody through before. */
  authorizeBy(scheme: string, authorizer: Authorizer): void;
  /** Operations of the contract that nobody added, and security schemes that nobody checks. */
  missing(): string[];
}

/** Most of the portal's own bodies are small: the usual largest is a comment of 4,000 characters, percent-encoded in a form. */
const largestBodyBytes = 64 * 1024;
const methods = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const satisfies HTTPMethods[];

export function contractRoutes(contract: Contract, prefix: string): ContractRoutes {
  const compile = parameterCompiler(contract);
  const authorizers = new Map<string, Authorizer>();
  const schemes = new Set(
    contract.operations.flatMap(({ security }) => security.flatMap((requirement) => Object.keys(requirement))),
  );
  const open = new Map(contract.operations.map((operation) => [operation.id, operation]));
  return {
    add<Route extends RouteGenericInterface>(
      app: FastifyInstance,
      operationId: string,
      handler: ContractRouteHandler<Route>,
      before: readonly Step[] = [],
      options: RouteOptions = {},
    ) {
      const operation = open.get(operationId);
      if (operation === undefined)
        throw new Error(`${contract.file} has no operation ${operationId}, or it is added twice.`);
      open.delete(operationId);
      const check = operation.requestBody && bodyCheck(contract, operation.requestBody);
      const authorize = authorization(operation, authorizers);
      app.route({
        method: operation.method.toUpperCase(),
        url: prefix + routePath(operation.path),
        bodyLimit: options.largestBodyBytes ?? largestBodyBytes,
        schema: operationSchema(operation),
        validatorCompiler: ({ schema }) => compile(schema as unknown as Schema),
        onRequest: [...before, ...(authorize ? [authorize] : [])].map(
          (step) => (request: FastifyRequest) => step(request),
        ),
        preValidation: check ? (request) => check(request) : [],
        handler: (request, reply) => handler(request as unknown as FastifyRequest<Route>, reply),
      });
    },
    refuseOtherMethods(app) {
      for (const [path, declared] of Map.groupBy(contract.operations, (operation) => operation.path)) {
        refuse(app, prefix + routePath(path), declared);
      }
    },
    authorizeBy: (scheme, authorizer) => void authorizers.set(scheme, authorizer),
    missing: () => [...open.keys(), ...[...schemes].filter((scheme) => !authorizers.has(scheme))],
  };
}

function refuse(app: FastifyInstance, url: string, declared: readonly Operation[]): void {
  const allowed = declared.map((operation) => operation.method.toUpperCase());
  const others = methods.filter((method) => !allowed.includes(method));
  app.route({
    method: others,
    url,
    exposeHeadRoute: false,
    // Before the body is parsed: whatever it is, the method is the reason.
    onRequest: async (request) => {
      throw new ProblemError('method-not-allowed', {
        detail: `${request.method} is not an operation of this address. Use ${allowed.join(' or ')}.`,
        headers: { allow: allowed.join(', ') },
      });
    },
    handler: () => undefined,
  });
}
