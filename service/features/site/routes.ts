import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import { fileCompressor } from './compress-file.ts';
import type { Edition, SiteEditions } from './editions.ts';
import { findFile } from './find-file.ts';
import { prefersMarkdown } from './negotiate.ts';
import { notBuiltPage } from './not-built-page.ts';
import { type Audience, type Sender, sendFile } from './send-file.ts';
import { candidateFiles, isNamedByContent, twinFile } from './site-path.ts';

type PageRequest = FastifyRequest<{ Params: { '*': string } }>;

/** Addresses of programs: what is not there is a problem, never a page. */
const forPrograms = /^\/+(?:api|gateway)(?:\/|$)/;
/** Bytes of compressed pages that are kept in memory. */
const KEPT = 16 * 2 ** 20;

export async function siteRoutes(app: FastifyInstance, folder: string, editions: SiteEditions): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, suppressWarning: true });
  const sender = { compress: fileCompressor(KEPT) };
  app.get('/*', { exposeHeadRoute: true }, (request: PageRequest, reply) =>
    page(request, reply, { sender, folder, editions }),
  );
}

interface Site {
  readonly sender: Sender;
  /** Of everybody's edition. */
  readonly folder: string;
  readonly editions: SiteEditions;
}

async function page(request: PageRequest, reply: FastifyReply, site: Site): Promise<FastifyReply> {
  const path = `/${request.params['*']}`;
  const nothing = new ProblemError('not-found', { detail: `${request.method} ${path} is not here.` });
  if (forPrograms.test(path)) throw nothing;
  const files = candidateFiles(path);
  const twins = prefersMarkdown(request.headers.accept) ? twinFile(files) : [];
  const isGated = await site.editions.isGated();
  if (isGated) void reply.header('vary', 'cookie');
  const everybody: Audience = { kind: 'everybody', folder: site.folder, isGated };
  const audiences = await audiencesOf(request, files, everybody, site.editions);
  for (const audience of audiences) {
    const file = await findFile(audience.folder, [...twins, ...files]);
    if (file !== null) return sendFile(site.sender, { request, reply }, file, audience);
  }
  if ((await findFile(site.folder, ['index.html'])) === null) {
    return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(notBuiltPage);
  }
  if (!request.headers.accept?.includes('text/html')) throw nothing;
  const [audience = everybody] = audiences.filter(({ kind }) => kind === 'group');
  const missing = await findFile(audience.folder, ['404.html']);
  if (missing !== null) return sendFile(site.sender, { request, reply }, missing, audience, 404);
  return reply.code(404).type('text/plain').send('There is no such page.');
}

/** Where to look, in order: what everybody has by the same name is taken from there, and kept by caches. */
async function audiencesOf(
  request: FastifyRequest,
  files: readonly string[],
  everybody: Audience,
  editions: SiteEditions,
): Promise<readonly Audience[]> {
  const isEverybodys = files.some(isNamedByContent) && (await findFile(everybody.folder, files)) !== null;
  if (isEverybodys) return [everybody];
  const own = await editions.of(request).catch((err: unknown): readonly Edition[] => {
    request.log.error({ err }, 'who is in which group could not be read: everybody’s edition is answered');
    return [];
  });
  return [...own.map((edition): Audience => ({ kind: 'group', ...edition })), everybody];
}
