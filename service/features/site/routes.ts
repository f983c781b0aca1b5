import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import { fileCompressor } from './compress-file.ts';
import { findFile } from './find-file.ts';
import { prefersMarkdown } from './negotiate.ts';
import { notBuiltPage } from './not-built-page.ts';
import { type Sender, sendFile } from './send-file.ts';
import { candidateFiles, twinFile } from './site-path.ts';

type PageRequest = FastifyRequest<{ Params: { '*': string } }>;

/** Addresses of programs: what is not there is a problem, never a page. */
const forPrograms = /^\/+(?:api|gateway)(?:\/|$)/;
/** Bytes of compressed pages that are kept in memory. */
const KEPT = 16 * 2 ** 20;

export async function siteRoutes(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, suppressWarning: true });
  const sender = { folder, compress: fileCompressor(KEPT) };
  app.get('/*', { exposeHeadRoute: true }, (request: PageRequest, reply) => page(request, reply, sender));
}

async function page(request: PageRequest, reply: FastifyReply, sender: Sender): Promise<FastifyReply> {
  const { folder } = sender;
  const path = `/${request.params['*']}`;
  const nothing = new ProblemError('not-found', { detail: `${request.method} ${path} is not here.` });
  if (forPrograms.test(path)) throw nothing;
  const files = candidateFiles(path);
  const twins = prefersMarkdown(request.headers.accept) ? twinFile(files) : [];
  const file = await findFile(folder, [...twins, ...files]);
  if (file !== null) return sendFile(sender, { request, reply }, file);
  if ((await findFile(folder, ['index.html'])) === null) {
    return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(notBuiltPage);
  }
  if (!request.headers.accept?.includes('text/html')) throw nothing;
  const missing = await findFile(folder, ['404.html']);
  if (missing !== null) return sendFile(sender, { request, reply }, missing, 404);
  return reply.code(404).type('text/plain').send('There is no such page.');
}
