import type { OrganizationCalls } from '../../portal-client';
import { NameForm } from './NameForm';
import { useDeed } from './use-deed';

export interface NewOrganizationProps {
  readonly calls: Pick<OrganizationCalls, 'create'>;
  readonly label: string;
  readonly isMain?: boolean;
  readonly onMade: () => Promise<unknown>;
}

/** Makes an organization; the session acts for it from then on. */
export function NewOrganization({ calls, label, isMain = false, onMade }: NewOrganizationProps) {
  const deed = useDeed();
  const make = async (name: string): Promise<void> => {
    if (await deed.run('make', () => calls.create(name), '')) await onMade();
  };
  const problem = deed.refused?.problem;
  return (
    <NameForm
      label="Its name"
      hint="Your university’s or company’s, as colleagues know it. It can be changed later."
      verb={label}
      isMain={isMain}
      busy={deed.doing !== null}
      problem={problem ? (problem.detail ?? `${problem.title}.`) : null}
      onName={(name) => void make(name)}
    />
  );
}
