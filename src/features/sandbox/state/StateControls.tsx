import { Button, Callout } from '../../../ui';
import type { SandboxVersion } from '../sandbox-versions';
import { ClockControls } from './ClockControls';
import { Collections } from './Collections.view';
import { Facts } from './Facts.view';
import { FillControls } from './FillControls';
import { ResetControls } from './ResetControls';
import { SaidWords } from './SaidWords.view';
import { SnapshotControls } from './SnapshotControls';
import styles from './State.module.css';
import { StateSkeleton } from './StateSkeleton.view';
import { type StatePorts, useSandboxState } from './use-sandbox-state';

/** The panel over its ports: a test gives it others. */
export function StateControls({ version, ports }: { readonly version: SandboxVersion; readonly ports: StatePorts }) {
  const state = useSandboxState(ports);
  const { flow } = state;
  if (flow.kind === 'loading') return <StateSkeleton />;
  if (flow.kind === 'failed') {
    return (
      <Callout kind="warning" title={flow.problem.title}>
        <p>{flow.problem.detail ?? 'What the sandbox holds could not be read.'}</p>
        <Button size="small" onClick={() => void state.read()}>
          Try again
        </Button>
      </Callout>
    );
  }
  const { sandbox, doing, said } = flow;
  return (
    <div className={styles.panel}>
      <Facts sandbox={sandbox} />
      <SaidWords
        said={said}
        onUndo={(id) => {
          const undone = sandbox.snapshots.find((snapshot) => snapshot.id === id);
          void state.restore(id, undone?.name ?? 'the snapshot');
        }}
      />
      <Collections collections={sandbox.collections} version={version} />
      <SnapshotControls sandbox={sandbox} doing={doing} state={state} />
      <ClockControls clock={sandbox.clock} doing={doing} setClock={state.setClock} />
      <FillControls sandbox={sandbox} doing={doing} state={state} />
      <ResetControls doing={doing} onReset={state.reset} />
    </div>
  );
}
