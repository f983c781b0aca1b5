import type { ReactNode } from 'react';
import { Button, Callout, Skeleton } from '../../ui';
import type { Read } from './use-read';

export interface ShownProps<Value> {
  readonly state: Read<Value>;
  /** What it is: "the cohorts". */
  readonly what: string;
  readonly again: () => Promise<void>;
  readonly children: (value: Value) => ReactNode;
}

/** What was read; before it, that it comes; or why not, and a way to try again. */
export function Shown<Value>({ state, what, again, children }: ShownProps<Value>) {
  switch (state.kind) {
    case 'loading':
      return (
        <div role="status">
          <span className="pt-unseen">Loading {what}</span>
          <Skeleton lines={3} height="40px" />
        </div>
      );
    case 'failed':
      return (
        <Callout kind="warning" title={`${what.charAt(0).toUpperCase()}${what.slice(1)} could not be loaded`}>
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button size="small" onClick={() => void again()}>
            Try again
          </Button>
        </Callout>
      );
    case 'shown':
      return children(state.value);
  }
}
