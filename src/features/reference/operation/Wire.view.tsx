import type { WireView } from '../../../../contract/reference-page';
import tree from '../schema/SchemaTree.module.css';

/** How a list or an object goes over the wire, with an example. */
export function Wire({ wire: { words, example } }: { readonly wire: WireView }) {
  return (
    <p className={tree.fact}>
      Sent {words}: <code>{example}</code>
    </p>
  );
}
