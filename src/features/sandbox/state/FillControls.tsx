import { type FormEvent, useId, useRef, useState } from 'react';
import type { Sandbox, SandboxSeed } from '../../../portal-client';
import { Button } from '../../../ui';
import { Block } from './Block.view';
import { readSeedFile } from './read-seed-file';
import styles from './State.module.css';
import type { Doing } from './state-flow';
import { counted } from './state-words';
import type { useSandboxState } from './use-sandbox-state';

export interface FillControlsProps {
  readonly sandbox: Sandbox;
  readonly doing: Doing | null;
  readonly state: Pick<ReturnType<typeof useSandboxState>, 'seed' | 'exportTo'>;
}

/** Puts items into the sandbox, and takes them out as a file. */
export function FillControls({ sandbox, doing, state }: FillControlsProps) {
  const file = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const noteId = useId();
  // A path with a parameter is as many places as there are parents.
  const paths = sandbox.collections.map(({ path }) => path).filter((path) => !path.includes('{'));
  const [path, setPath] = useState(paths[0] ?? '');
  const [count, setCount] = useState('20');

  function generate(event: FormEvent): void {
    event.preventDefault();
    if (doing !== null) return;
    const words = `${counted(Number(count), 'item')} made at ${path}.`;
    void state.seed('generate', { generate: { [path]: Number(count) } } as SandboxSeed, words);
  }

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const read = await readSeedFile(chosen, sandbox.limits.seed_bytes);
    setUnread(read.kind === 'unread' ? read.reason : null);
    if (read.kind === 'read') await state.seed('import', read.seed, `The sandbox holds what ${chosen.name} says.`);
    if (file.current) file.current.value = '';
  }

  return (
    <Block title="Fill" text="New items after the contract’s examples, the examples themselves, or what you exported.">
      {paths.length > 0 ? (
        <form className={styles.row} onSubmit={generate}>
          <label className={styles.field}>
            <span>Path</span>
            <select value={path} onChange={({ currentTarget }) => setPath(currentTarget.value)}>
              {paths.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label className={styles.number}>
            <span>How many</span>
            <input
              type="number"
              required
              min={1}
              max={sandbox.limits.seed_items}
              value={count}
              onChange={({ currentTarget }) => setCount(currentTarget.value)}
            />
          </label>
          <Button type="submit" busy={doing === 'generate'} disabled={doing !== null && doing !== 'generate'}>
            Make them
          </Button>
        </form>
      ) : null}
      <div className={styles.row}>
        <Button
          size="small"
          busy={doing === 'examples'}
          disabled={doing !== null && doing !== 'examples'}
          onClick={() => void state.seed('examples', { examples: true } as SandboxSeed, 'The examples are back.')}
        >
          Put the examples back
        </Button>
        <Button
          size="small"
          busy={doing === 'export'}
          disabled={doing !== null && doing !== 'export'}
          onClick={() => void state.exportTo(`sandbox-${sandbox.api}-${sandbox.version}.json`)}
        >
          Export
        </Button>
        <Button
          size="small"
          busy={doing === 'import'}
          disabled={doing !== null && doing !== 'import'}
          aria-describedby={unread === null ? undefined : noteId}
          onClick={() => file.current?.click()}
        >
          Import a file
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="A file of items"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
        <span id={noteId} role="status" className={styles.hint}>
          {unread}
        </span>
      </div>
    </Block>
  );
}
