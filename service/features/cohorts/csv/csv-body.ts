import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../../platform/problem.ts';

/** Some 500 rows with long names have 150 KB. */
export const largestCsvBytes = 256 * 1024;

/** Takes bodies of `text/csv` (RFC 4180) as text: UTF-8, with a byte order mark or without. */
export function takeCsv(app: FastifyInstance): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, async (_: FastifyRequest, body: Buffer) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    } catch {
      const detail =
        'The file is not UTF-8, so letters with accents cannot be read. In a spreadsheet, save it as "CSV UTF-8", then send that.';
      throw new ProblemError('body-malformed', { detail });
    }
  });
}
