import type { SecurityView } from '../../../../contract/reference-page';
import { Section } from '../operation/Section.view';
import { schemeWords } from '../operation/security-words';
import { Html } from '../schema/Html.view';
import styles from './Overview.module.css';

/** The ways to be let in. */
export function Authentication({ schemes }: { readonly schemes: readonly SecurityView[] }) {
  if (schemes.length === 0) return null;
  return (
    <Section id="authentication" title="Authentication">
      {schemes.map((scheme) => (
        <div key={scheme.name} className={styles.scheme}>
          <p>
            <code>{scheme.name}</code> {schemeWords(scheme)}
          </p>
          <Html html={scheme.descriptionHtml} className={styles.small} />
        </div>
      ))}
    </Section>
  );
}
