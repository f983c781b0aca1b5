import type { ComponentProps } from 'react';
import MDXComponents from '@theme-original/MDXComponents';
import { PageFeedback } from '@site/src/features/feedback';
import { FirstCall } from '@site/src/features/onboarding';

/** A wide table scrolls inside itself; focusable, so that it can be scrolled by keyboard. */
function ScrollingTable(props: ComponentProps<'table'>) {
  return (
    <div className="pt-table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table {...props} />
    </div>
  );
}

/** The box of a task list (`- [x]`), which Markdown leaves without a name. */
function TaskBox(props: ComponentProps<'input'>) {
  return <input {...props} aria-label={props.checked ? 'Done' : 'To do'} />;
}

/** Swizzled (wrapped): what a guide may use without importing it. */
export default {
  ...MDXComponents,
  table: ScrollingTable,
  input: TaskBox,
  FirstCall,
  PageFeedback,
};
