import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { errorHandler, useProblemAnswers } from './error-handler.ts';
import { newId } from './ids.ts';
import { refuseBytes } from './refuse-bytes.ts';
import { refuseLate } from './refuse-late.ts';
import type { Settings } from './settings.ts';
import { type TurnWatch, turnWatch } from './turn-watch.ts';

/** Where log lines go; standard output by default. */
export interface LogStream {
  write(line: string): void;
}

export interface HttpServerOptions {
  readonly settings: Pick<Settings, 'logLevel' | 'trustProxy'>;
  /** What `type` of a problem begins with; empty: this origin. */
  readonly siteUrl: string;
  readonly logStream?: LogStream;
  readonly patience?: Patience;
  readonly turn?: TurnWatch;
}

/** How long a client may take to send, in milliseconds, and how often that is looked at. */
export interface Patience {
  readonly headMs: number;
  readonly requestMs: number;
  readonly lookEveryMs: number;
}

const patient: Patience = { headMs: 20_000, requestMs: 60_000, lookEveryMs: 1000 };

/**
 * An empty Fastify application: limits, ids, logs and problems, no routes. A log line holds the path without its query
 * and no headers, where keys may be.
 */
export function httpServer(options: HttpServerOptions): FastifyInstance {
  const { settings, siteUrl, logStream, patience = patient } = options;
  const { turn = turnWatch(() => performance.now()) } = options;
  const app = Fastify({
    logger: { level: settings.logLevel, ...(logStream && { stream: logStream }), serializers: { req: requestLine } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('req'),
    trustProxy: settings.trustProxy,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: patience.headMs, connectionsCheckingInterval: patience.lookEveryMs },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 8192 },
    frameworkErrors: errorHandler(siteUrl),
    clientErrorHandler: (error, socket) => refuseBytes(error, socket, siteUrl),
  });
  // Without a schema it would take any text for a body.
  app.removeContentTypeParser('text/plain');
  useProblemAnswers(app, siteUrl);
  const isRefused = refuseLate(app, { siteUrl, turn });
  // These run for every request: a promise for each would cost more than what they do.
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('request-id', request.id);
    done();
  });
  closeConnectionsWhenStopping(app);
  app.addHook('onResponse', (request, reply, done) => {
    if (!isRefused(request)) logAnswer(request, reply);
    done();
  });
  return app;
}

function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  // A page is many files; what programs ask for is what an operator looks for.
  const level = /^\/(?:api|gateway)\//.test(request.url) ? 'info' : 'debug';
  if (!(request.log as { isLevelEnabled?(level: string): boolean }).isLevelEnabled?.(level)) return;
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  request.log[level]({ method: request.method, path: pathOf(request.url), status: reply.statusCode, ms }, 'answered');
}

/** A connection that outlives the answer of its last request would hold up the stop until it times out. */
function closeConnectionsWhenStopping(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', () => {
    stopping = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done();
  });
}

function requestLine(request: { method: string; url: string }) {
  return { method: request.method, path: pathOf(request.url) };
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
