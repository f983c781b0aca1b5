import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { Button } from '../../../ui';
import { pathOf } from './field-place';
import { useFormTools } from './form-context';

export interface ItemToolsProps {
  /** Of the list. */
  readonly path: string;
  readonly at: number;
  readonly count: number;
  readonly label: string;
}

/** Moves an item of a list up or down. */
export function ItemTools({ path, at, count, label }: ItemToolsProps) {
  const { edit } = useFormTools();
  const move = (by: -1 | 1): void => edit({ kind: 'move', path: [...pathOf(path), at], by });
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        disabled={at === 0}
        icon={<ArrowUp aria-hidden="true" />}
        aria-label={`Move ${label} up`}
        onClick={() => move(-1)}
      />
      <Button
        variant="quiet"
        size="small"
        disabled={at === count - 1}
        icon={<ArrowDown aria-hidden="true" />}
        aria-label={`Move ${label} down`}
        onClick={() => move(1)}
      />
    </>
  );
}
