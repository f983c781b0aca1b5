/** Long enough to resist guessing (NIST SP 800-63B-4 §3.1.1.2); hashing a longer one would only take time. */
export const passwordCharacters = { fewest: 12, most: 128 } as const;
