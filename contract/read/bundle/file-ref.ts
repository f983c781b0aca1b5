/** Whether a reference leads to a file: one with a scheme (`https:`, `file:`) or a host does not, nor one within its own file. */
export function leadsToFile(ref: string): boolean {
  return ref !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(ref);
}

/** Whether a reference is a pointer into its own file. An `#anchor` is none. */
export function isPointer(ref: string): boolean {
  return ref === '#' || ref.startsWith('#/');
}

/** `offers.yaml#/Offer` → the file's name, and the fragment with its `#`. */
export function splitRef(ref: string): { name: string; fragment: string } {
  const hash = ref.indexOf('#');
  return hash === -1 ? { name: ref, fragment: '#' } : { name: ref.slice(0, hash), fragment: ref.slice(hash) };
}

export const toRef = (pointer: string) => `#${encodeURI(pointer)}`;
