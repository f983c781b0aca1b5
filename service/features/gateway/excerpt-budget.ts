const perSecond = 20;
const atOnce = 100;

/** Excerpts are for a person to read: twenty a second are made, and a hundred at once, however many exchanges go wrong. */
export function excerptBudget(nowMs: () => number): () => boolean {
  let left = atOnce;
  let countedAt = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(atOnce, left + ((now - countedAt) / 1000) * perSecond);
    countedAt = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
