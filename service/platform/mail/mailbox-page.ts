import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { escape, pageHeaders, renderPage } from '../pages/page.ts';
import { ProblemError } from '../problem.ts';
import type { KeptMail, Mailbox } from './mailbox.ts';

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;
const loopbackAddress = /^(?:::1|127\.|::ffff:127\.)/;

/** `/mailbox`: what would have been sent, for whoever tries the portal out. Other machines are told that there is nothing. */
export function mailboxPlugin(mailbox: Pick<Mailbox, 'mails'>): FastifyPluginAsync {
  return async (app) => {
    app.get('/mailbox', async (request, reply) => {
      if (!isHere(request)) throw new ProblemError('not-found', { detail: 'GET /mailbox is not here.' });
      return reply.headers(pageHeaders('')).send(renderPage({ title: 'Mailbox', body: bodyOf(mailbox.mails()) }));
    });
  };
}

/** From this machine, and not by way of a proxy on it. */
function isHere({ host, headers, socket }: FastifyRequest): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isForwarded && loopbackHost.test(host) && loopbackAddress.test(socket.remoteAddress ?? '');
}

function bodyOf(mails: readonly KeptMail[]): string {
  const words = 'No mail server is set, so mails stay here, in this process. Only this machine sees them.';
  const list = mails.length === 0 ? '<p>There is no mail yet.</p>' : mails.map(mailHtml).join('\n');
  return `<p>${words}</p>\n${list}`;
}

function mailHtml({ to, subject, text, calendar, at }: KeptMail): string {
  return `<article><h2>${escape(subject)}</h2>
<p>To ${escape(to)}, <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 19).replace('T', ' ')}</time></p>
<div class="letter">${linked(text)}</div>${calendar === undefined ? '' : `\n<details><summary>event.ics</summary><div class="letter">${escape(calendar)}</div></details>`}</article>`;
}

/** The text as it is; addresses of this machine are links. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, place) => (place % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');
}
