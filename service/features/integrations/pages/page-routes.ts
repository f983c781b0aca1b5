import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escape, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import { directoryQuery } from '../directory-query.ts';
import type { Labels } from '../listing-json.ts';
import type { ListingStore } from '../listing-store.ts';
import { listingKinds, type PublicListing } from '../listing.ts';
import { directoryHtml, integrationHtml } from './directory-html.ts';
import { directoryMarkdown, integrationMarkdown } from './directory-markdown.ts';
import { fillFrame, type Filling, type Frame } from './frame.ts';

export interface DirectoryPagesDeps {
  readonly store: Pick<ListingStore, 'listPublic' | 'findPublic'>;
  readonly labels: Labels;
  /** The platform's name. */
  readonly platform: string;
  readonly frame: Frame;
  readonly siteOf: (request: FastifyRequest) => string;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type ListRequest = FastifyRequest<{ Querystring: Query }>;
type OneRequest = FastifyRequest<{ Params: { slug: string } }>;

const pageLimit = 100;
/** Pages of the site's own below `/integrations` are none of these. */
const one = '/integrations/:slug(^(?!edit$|listing$)[a-z0-9-]{1,80}$)';

/**
 * `/integrations` and `/integrations/{slug}` as pages: those of the site, with what they say without JavaScript and for search engines; and their
 * twins in Markdown, at the same address with `.md`.
 */
export function directoryPages(app: FastifyInstance, deps: DirectoryPagesDeps): void {
  const { store, labels, platform, frame, siteOf } = deps;

  async function found(request: ListRequest) {
    const asked = askedOf(request.query);
    const listings = await store.listPublic({ ...directoryQuery({ ...asked, limit: pageLimit + 1 }) });
    const last = listings.length > pageLimit ? listings[pageLimit - 1]?.slug : undefined;
    const address = request.url.split('?', 1)[0] ?? '';
    const query = new URLSearchParams({ ...asked, ...(last !== undefined && { cursor: last }) });
    return {
      q: asked.q ?? '',
      listings: listings.slice(0, pageLimit),
      next: last === undefined ? null : `${address}?${query.toString()}`,
    };
  }
  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    file: string,
    filling: Filling,
  ): Promise<FastifyReply> {
    const html = await frame(file);
    if (html === null) {
      const { title, words } = filling;
      return reply
        .headers(pageHeaders(siteOf(request)))
        .send(renderPage({ title, body: words.replace(/<style>[\s\S]*?<\/style>/, '') }));
    }
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .send(fillFrame(html, filling, escape));
  }
  const sendMarkdown = (reply: FastifyReply, text: string) =>
    reply.headers({ 'content-type': 'text/markdown; charset=utf-8', 'cache-control': 'no-cache' }).send(text);

  app.get('/integrations', async (request: ListRequest, reply) => {
    const shown = await found(request);
    return send(request, reply, 'integrations.html', {
      title: `Integrations | ${platform}`,
      description: `What partners have built on ${platform} and launched.`,
      path: '/integrations',
      words: directoryHtml({ ...shown, platform }, labels),
    });
  });
  app.get('/integrations.md', async (request: ListRequest, reply) => {
    const { listings, next } = await found(request);
    const site = siteOf(request);
    return sendMarkdown(
      reply,
      directoryMarkdown(listings, labels, { site, platform, next: next === null ? null : `${site}${next}` }),
    );
  });
  app.get(one, async (request: OneRequest, reply) => {
    const { slug } = request.params;
    const listing = await store.findPublic(slug);
    return send(
      request,
      reply.code(listing === null ? 404 : 200),
      'integrations/listing.html',
      fillingOf(slug, listing),
    );
  });
  app.get('/integrations/:slug(^[a-z0-9-]{1,80}).md', async (request: OneRequest, reply) => {
    const listing = await store.findPublic(request.params.slug);
    if (listing === null) return sendMarkdown(reply.code(404), '# There is no such integration\n');
    return sendMarkdown(reply, integrationMarkdown(listing, labels, { site: siteOf(request), platform }));
  });

  function fillingOf(slug: string, listing: PublicListing | null): Filling {
    const path = `/integrations/${slug}`;
    if (listing === null) {
      const title = 'There is no such integration';
      return {
        title,
        path,
        description: title,
        words: `<h1>${title}</h1><p><a href="/integrations">All integrations</a></p>`,
      };
    }
    const { name, summary } = listing.content;
    return {
      title: `${name} | ${platform}`,
      path,
      description: summary,
      words: integrationHtml(listing, labels, platform),
    };
  }
}

/** What of an address is taken; the rest is as if it were not there. */
function askedOf(query: Query) {
  const text = (name: string, pattern: RegExp): string | undefined => {
    const value = query[name];
    return typeof value === 'string' && pattern.test(value) ? value : undefined;
  };
  const kind = listingKinds.find((each) => each === query.kind);
  const asked = {
    q: text('q', /^[\s\S]{1,100}$/),
    kind,
    api: text('api', /^[a-z0-9-]{1,61}(?:\/[\w.-]{1,61})?$/),
    category: text('category', /^[a-z0-9-]{1,61}$/),
    cursor: text('cursor', /^[a-z0-9-]{1,80}$/),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as {
    [Name in keyof typeof asked]?: NonNullable<(typeof asked)[Name]>;
  };
}
