import type { SchemaView } from '../../../../contract/reference-page';

/** Without classes, as `Entry`: whoever shows them stands in a list of properties, or styles them. */
export function Flags({ schema, isRequired }: { readonly schema: SchemaView; readonly isRequired: boolean }) {
  return (
    <>
      {isRequired ? <strong>required</strong> : null}
      {schema.deprecated ? <strong>deprecated</strong> : null}
      {schema.readOnly ? <small>read only</small> : null}
      {schema.writeOnly ? <small>write only</small> : null}
    </>
  );
}
