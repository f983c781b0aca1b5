import { type FormEvent, lazy, Suspense } from 'react';
import Link from '@docusaurus/Link';
import type { PortalProblem, SecondFactorSetup } from '../../../portal-client';
import { Button, CopyButton, Skeleton } from '../../../ui';
import { fieldText } from '../entry/field-text';
import { TextField } from '../entry/TextField.view';
import { useFaults } from '../entry/use-faults';
import styles from './Sections.module.css';

export interface SecondFactorStepsProps {
  readonly setup: SecondFactorSetup;
  readonly isBusy: boolean;
  readonly problem: PortalProblem | null;
  readonly onCode: (code: string) => void;
}

/** Its encoder comes when somebody sets a second factor up, and for nobody else. */
const QrCode = lazy(() => import('./QrCode'));

/** The secret into the app, the backup codes to a safe place, and a code as a proof that it worked. All of it is shown once. */
export function SecondFactorSteps({ setup, isBusy, problem, onCode }: SecondFactorStepsProps) {
  const { form, faults, isWhole } = useFaults(problem);
  const secret = new URL(setup.uri).searchParams.get('secret') ?? '';
  const codes = setup.backup_codes.join('\n');
  const give = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const code = fieldText(event.currentTarget, 'code').replaceAll(/[\s-]/g, '');
    if (isWhole(/^\d{6}$/.test(code) ? {} : { code: 'The code has six digits.' })) onCode(code);
  };
  return (
    <ol className={styles.setup}>
      <li>
        <p className={styles.text}>
          Scan this with your app,{' '}
          <Link href={setup.uri} target="_self">
            open the app on this device
          </Link>
          , or type the secret into it.
        </p>
        <div className={styles.pairing}>
          <div className={styles.qr}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <QrCode text={setup.uri} label="QR code of the secret" />
            </Suspense>
          </div>
          <div className={styles.byHand}>
            <p className={styles.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</p>
            <CopyButton text={secret} label="Copy the secret" />
          </div>
        </div>
      </li>
      <li>
        <p className={styles.text}>
          Keep these backup codes where you keep passwords. Each signs you in once, without the app.
        </p>
        <ul className={styles.codes}>
          {setup.backup_codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyButton text={codes} label="Copy the codes" />
      </li>
      <li>
        <form ref={form} className={styles.form} noValidate aria-label="Code of the app" onSubmit={give}>
          <TextField
            label="The code that the app shows now"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            fault={faults.code}
          />
          <Button type="submit" variant="primary" busy={isBusy}>
            Switch it on
          </Button>
        </form>
      </li>
    </ol>
  );
}
