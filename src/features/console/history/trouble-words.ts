import type { HistoryTrouble } from './store/history-store';

/** Why something is not kept on this device, and what to do. */
export function troubleWords(trouble: HistoryTrouble): string {
  switch (trouble) {
    case 'forbidden':
      return 'Your browser keeps nothing for this site: the history lasts until you leave the page. Export it to keep it.';
    case 'full':
      return 'This device has no room left: what is new lasts until you leave the page. Delete something, or export the history.';
    case 'crowded':
      return 'The history is full of favourites and saved requests, so nothing new is kept. Delete some of them.';
  }
}
