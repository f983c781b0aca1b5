export { Button, ButtonLink } from './Button';
export { Callout, type CalloutKind } from './Callout';
export { CodeBlock } from './CodeBlock';
export { CopyButton } from './CopyButton';
export { statusName } from './http-status';
export { MethodBadge } from './MethodBadge';
export { Skeleton } from './Skeleton';
export { StatusBadge } from './StatusBadge';
export { Tabs } from './Tabs';
