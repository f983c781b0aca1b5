/** Fetches nothing: in place of what fetches the code of each page whose link comes into view. */
export default function noPrefetch(): Promise<void> {
  return Promise.resolve();
}
