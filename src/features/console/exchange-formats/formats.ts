import type { RequestDescription } from '../request';
import { readyRequest, sampleCode } from '../../samples';
import type { FormatId } from './foreign-request';
import { writeHar } from './har/write-har';
import { writeHttpFile } from './http-file/write-http-file';
import { writePostman } from './postman/write-postman';
import type { FormatWriter, Writing, Written } from './written';

export interface ExportFormat {
  readonly id: FormatId;
  readonly name: string;
  /** Whom it is for, in a few words. */
  readonly words: string;
  /** What its files end in. */
  readonly ending: string;
  /** Prism's name of its language. */
  readonly grammar: string;
}

/** In the order in which they are offered. */
export const formats: readonly ExportFormat[] = [
  { id: 'curl', name: 'curl', words: 'For a terminal', ending: 'sh', grammar: 'bash' },
  { id: 'http', name: '.http', words: 'For code editors', ending: 'http', grammar: 'http' },
  { id: 'postman', name: 'Postman', words: 'Collection v2.1', ending: 'postman_collection.json', grammar: 'json' },
  { id: 'har', name: 'HAR', words: 'HTTP Archive 1.2', ending: 'har', grammar: 'json' },
];

const writers: Readonly<Record<Exclude<FormatId, 'curl'>, FormatWriter>> = {
  http: writeHttpFile,
  postman: writePostman,
  har: writeHar,
};

/** A request in a format. `origin` completes an address that has none. */
export async function writeFormat(
  id: FormatId,
  request: RequestDescription,
  origin: string,
  about: Omit<Writing, 'request'>,
): Promise<Written> {
  if (id === 'curl') return { text: `${await sampleCode('shell', request, origin)}\n`, limits: [] };
  return writers[id]({ ...about, request: readyRequest(request, origin) });
}
