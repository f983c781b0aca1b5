import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { PortalProblem } from '../../../portal-client';
import { type FieldFaults, faultsOfProblem } from './field-faults';

const none: FieldFaults = {};

/** What is wrong with a form's fields: what was found before sending, else what the service says. The first of them gets the focus. */
export function useFaults(problem: PortalProblem | null): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly faults: FieldFaults;
  /** Shows what was found; true where that is nothing. */
  readonly isWhole: (found: FieldFaults) => boolean;
} {
  const form = useRef<HTMLFormElement>(null);
  const [own, setOwn] = useState(none);
  const told = useMemo(() => faultsOfProblem(problem), [problem]);
  const faults = own === none ? told : own;
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
  }, [faults]);
  const isWhole = (found: FieldFaults): boolean => {
    const isNothing = Object.keys(found).length === 0;
    setOwn(isNothing ? none : found);
    return isNothing;
  };
  return { form, faults, isWhole };
}
