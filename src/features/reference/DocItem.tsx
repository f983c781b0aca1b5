import type { Props } from '@theme/DocItem';

/** Overview pages are whole pages: nothing of the guides' layout stands around them. */
export default function ReferenceDocItem({ content: Content }: Props) {
  return <Content />;
}
