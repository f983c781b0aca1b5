import type { MediaType, Operation, Response } from '../../../contract/model.ts';

/** The response that an operation declares for success; which of several depends on what was done. */
export function successOf(operation: Operation, preferred: readonly string[] = ['200']): Response | undefined {
  const wanted = [...preferred, '200', '201', '202', '204', '206'];
  const declared = (status: string) => operation.responses.find((response) => response.status === status);
  for (const status of wanted) {
    const response = declared(status);
    if (response !== undefined) return response;
  }
  const first = (pattern: RegExp) => operation.responses.find((response) => pattern.test(response.status));
  return first(/^2\d\d$/) ?? first(/^2XX$/i) ?? first(/^3\d\d$/) ?? declared('default');
}

/** The status to send for a declared response: a class and `default` need one that fits. */
export function statusOf(response: Response | undefined, otherwise: number): number {
  if (response === undefined) return otherwise;
  if (/^[1-5]\d\d$/.test(response.status)) return Number(response.status);
  if (/^[1-5]XX$/i.test(response.status)) {
    const from = Number(response.status.charAt(0)) * 100;
    return Math.floor(otherwise / 100) * 100 === from ? otherwise : from;
  }
  return otherwise;
}

export function jsonOf(response: Response | undefined): MediaType | undefined {
  return response?.content.find((media) => /^application\/json\b|[/+]json\b/i.test(media.type));
}
