/** `created_at`, `createdAt` and `Created-At` are one name: `createdat`. */
export function plain(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
}

/** `credential-offers` → `credentialoffer`; good enough to compare names, not to print them. */
export function singular(name: string): string {
  const word = plain(name);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')) return word.slice(0, -1);
  return word;
}
