import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import { findFile } from './find-file.ts';
import { notBuiltPage } from './not-built-page.ts';
import { cacheControl } from './site-path.ts';

type PageRequest = FastifyRequest<{ Params: { '*': string } }>;

/** Addresses of programs: what is not there is a problem, never a page. */
const forPrograms = /^\/+(?:api|gateway)(?:\/|$)/;

export async function siteRoutes(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, suppressWarning: true, preCompressed: true });
  app.get('/*', { exposeHeadRoute: true }, (request: PageRequest, reply) => page(request, reply, folder));
}

async function page(request: PageRequest, reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const path = `/${request.params['*']}`;
  const file = forPrograms.test(path) ? null : await findFile(folder, path);
  if (file !== null) return send(reply, file);
  const nothing = new ProblemError('not-found', { detail: `${request.method} ${path} is not here.` });
  if (forPrograms.test(path)) throw nothing;
  if ((await findFile(folder, '/')) === null) {
    return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(notBuiltPage);
  }
  if (!request.headers.accept?.includes('text/html')) throw nothing;
  void reply.code(404);
  const missing = await findFile(folder, '/404');
  return missing === null ? reply.type('text/plain').send('There is no such page.') : send(reply, missing);
}

function send(reply: FastifyReply, file: string): FastifyReply {
  void reply.headers({ 'cache-control': cacheControl(file), vary: 'accept-encoding' });
  return reply.sendFile(file, { cacheControl: false });
}
