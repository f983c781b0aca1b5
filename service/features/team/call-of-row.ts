import type { Call } from './board.ts';
import type { ReadTables } from './tables.ts';

type Row = Omit<ReadTables['exchanges'], 'organization'>;

/** The columns of an exchange that the team's lists show: no excerpt, which can be long. */
export const callColumns = [
  ...(['id', 'at', 'api', 'version', 'operation', 'environment', 'method', 'path', 'status'] as const),
  ...(['problem', 'findings'] as const),
] as const;

export function callOfRow({ id, findings, ...same }: Row): Call {
  const found = JSON.parse(findings) as readonly { readonly at: string; readonly message: string }[];
  const trouble = found.find(({ at }) => at === 'x-sandbox-trouble');
  const wrong = found.find((one) => one !== trouble);
  return {
    ...{ exchange: id, at: same.at, api: same.api, version: same.version, operation: same.operation },
    ...{ environment: same.environment, method: same.method, path: same.path, status: Number(same.status) },
    problem: same.problem,
    message: wrong === undefined ? null : wrong.at === '' ? wrong.message : `${wrong.at} ${wrong.message}`,
    isTrouble: trouble !== undefined,
  };
}
