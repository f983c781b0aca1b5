import type { ComponentProps, ReactNode } from 'react';
import MDXComponents from '@theme-original/MDXComponents';
import { PageFeedback } from '@site/src/features/feedback';
import { Integrations } from '@site/src/features/integrations/in-text';
import { Keys } from '@site/src/features/keys';
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

/** A widget among paragraphs: it has their distance, and none of the text's rules for lists. */
function InText({ children }: { readonly children: ReactNode }) {
  return <div className="pt-widget">{children}</div>;
}

function FirstCallInText(props: ComponentProps<typeof FirstCall>) {
  return (
    <InText>
      <FirstCall {...props} />
    </InText>
  );
}

function IntegrationsInText(props: ComponentProps<typeof Integrations>) {
  return (
    <InText>
      <Integrations {...props} />
    </InText>
  );
}

function KeysInText() {
  return (
    <InText>
      <Keys />
    </InText>
  );
}

/** Swizzled (wrapped): what a guide may use without importing it. */
export default {
  ...MDXComponents,
  table: ScrollingTable,
  input: TaskBox,
  FirstCall: FirstCallInText,
  Integrations: IntegrationsInText,
  Keys: KeysInText,
  PageFeedback,
};
