/** Stands in for `@docusaurus/useIsBrowser`: as after hydration. */
export default function useIsBrowser(): boolean {
  return true;
}
