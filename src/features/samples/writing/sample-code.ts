import type { RequestDescription } from '../../console/request';
import type { LanguageId } from '../languages';
import { readyRequest } from './ready-request';
import { loadWriter } from './writers';

/** The request as a program of a language. `origin` completes an address that has none. */
export async function sampleCode(language: LanguageId, request: RequestDescription, origin: string): Promise<string> {
  return (await loadWriter(language))(readyRequest(request, origin));
}
