import type { ReactNode } from 'react';
import { processAdmonitionProps } from '@docusaurus/theme-common';
import { Callout, type CalloutKind } from '@site/src/ui';

interface Props {
  readonly type: string;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** The names that Docusaurus knows, older ones included. */
const KINDS: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  important: 'note',
  secondary: 'note',
  tip: 'tip',
  success: 'tip',
  warning: 'warning',
  caution: 'warning',
  danger: 'danger',
};

/** Swizzled: `:::note` and its like in guides are our callouts. */
export default function Admonition({ type, title: given, children: content }: Props) {
  const { title, children } = processAdmonitionProps({ title: given, children: content });
  return (
    <Callout kind={KINDS[type] ?? 'note'} title={title}>
      {children}
    </Callout>
  );
}
