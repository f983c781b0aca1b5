/**
 * What went well first, then what did not, then everything else: `2XX` after `201`, `default` last. A description's own order is not kept
 * by JSON and JavaScript: both put `410` before `2XX`.
 */
export function byStatus(a: { readonly status: string }, b: { readonly status: string }): number {
  return rankOf(a.status) - rankOf(b.status);
}

function rankOf(status: string): number {
  const [, group, rest] = /^([1-5])(\d\d|XX)$/i.exec(status) ?? [];
  if (group === undefined || rest === undefined) return 700;
  return (group === '1' ? 350 : Number(group) * 100) + (/\d/.test(rest) ? Number(rest) / 2 : 50);
}
