import type { ServerResponse } from 'node:http';

/** Calls once when all of the answer is handed to the system, or when the client has gone away; at once where that has happened. */
export function afterAnswer(answer: ServerResponse, call: () => void): void {
  if (answer.writableFinished || answer.destroyed) return call();
  // `finish` comes just before, and only where it went well.
  answer.once('close', call);
}
