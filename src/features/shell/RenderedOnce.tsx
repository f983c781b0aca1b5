import { createElement, type ReactNode } from 'react';

/**
 * The threads that render the reference's pages say under this name which parts they have (plugins/reference/render/kept-parts.ts knows
 * the same name). Elsewhere, in a browser and in Docusaurus's own build, there is nothing under it.
 */
const HAS = Symbol.for('portolan.reference.has-part');

type Has = (name: string) => boolean;

/** What is the same in all pages that give it the same name: of ten thousand pages the header is rendered once, and set in. */
export function RenderedOnce({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const has = (globalThis as { [HAS]?: Has })[HAS];
  return has ? createElement('portolan-part', { name }, has(name) ? null : children) : children;
}
