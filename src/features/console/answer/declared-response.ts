import type { OperationPage, ResponseView } from '../../../../contract/reference-page';

/** What this operation means by a status: the exact one, else its class (`4XX`), else `default` (OpenAPI 3.1 §4.8.16). */
export function declaredResponse(page: Pick<OperationPage, 'responses'>, status: number): ResponseView | null {
  const named = (name: string): ResponseView | undefined =>
    page.responses.find((response) => response.status.toUpperCase() === name.toUpperCase());
  return named(String(status)) ?? named(`${Math.floor(status / 100)}XX`) ?? named('default') ?? null;
}
