import type { ComponentProps } from 'react';
import MDXComponents from '@theme-original/MDXComponents';

/** A wide table scrolls inside itself; focusable, so that it can be scrolled by keyboard. */
function ScrollingTable(props: ComponentProps<'table'>) {
  return (
    <div className="pt-table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table {...props} />
    </div>
  );
}

/** Swizzled (wrapped): what a guide may use without importing it. */
export default {
  ...MDXComponents,
  table: ScrollingTable,
};
