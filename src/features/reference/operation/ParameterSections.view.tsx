import type { OperationPage, ParameterView } from '../../../../contract/reference-page';
import { AnchorLink } from '../schema/AnchorLink.view';
import { Facts } from '../schema/Facts.view';
import { Html } from '../schema/Html.view';
import { typeLabel } from '../schema/schema-words';
import { Flags, Inside, type Place } from '../schema/SchemaTree.view';
import tree from '../schema/SchemaTree.module.css';
import { Section } from './Section.view';
import { Wire } from './Wire.view';

const GROUPS = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['querystring', 'Query string'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
] as const;

/** Parameters by where they go. Each has an address of its own: `#query-limit`. */
export function ParameterSections({ page }: { readonly page: OperationPage }) {
  return GROUPS.map(([where, title]) => {
    const parameters = page.parameters.filter((parameter) => parameter.in === where);
    if (parameters.length === 0) return null;
    return (
      <Section key={where} id={`${where}-parameters`} title={title}>
        <ParameterList parameters={parameters} place={page} />
      </Section>
    );
  });
}

/** `prefix` keeps the addresses of a callback's parameters apart from those of the operation. */
export function ParameterList({
  parameters,
  place,
  prefix = '',
}: {
  readonly parameters: readonly ParameterView[];
  readonly place: Place;
  readonly prefix?: string;
}) {
  return (
    <ul className={tree.properties}>
      {parameters.map((parameter) => {
        const id = `${prefix}${parameter.in}-${parameter.name}`;
        return <Parameter key={id} parameter={parameter} id={id} place={place} />;
      })}
    </ul>
  );
}

function Parameter({
  parameter,
  id,
  place,
}: {
  readonly parameter: ParameterView;
  readonly id: string;
  readonly place: Place;
}) {
  const { name, required, deprecated, schema, descriptionHtml, examples, mediaType, wire, allowReserved } = parameter;
  // The parameter's own words stand for those of its schema.
  const view = { ...schema, deprecated: deprecated || schema.deprecated };
  return (
    <li id={id} className={tree.property}>
      <AnchorLink id={id} className={tree.name}>
        {name}
      </AnchorLink>{' '}
      <span className={tree.type}>{typeLabel(schema)}</span>
      <Flags schema={view} isRequired={required} />
      <Html html={descriptionHtml || schema.descriptionHtml} className={tree.description} />
      <Facts view={examples ? { ...schema, example: undefined } : schema} />
      {examples?.map((example) => (
        <p key={example.name} className={tree.fact}>
          {examples.length > 1 ? (example.summary ?? example.name) : 'Example'} <code>{example.text}</code>
        </p>
      ))}
      {wire ? <Wire wire={wire} /> : null}
      {mediaType === undefined ? null : (
        <p className={tree.fact}>
          {parameter.in === 'querystring' ? 'The whole query string, written as' : 'Written as'}{' '}
          <code>{mediaType}</code>
        </p>
      )}
      {allowReserved ? <p className={tree.fact}>Characters such as / and ? are sent as they are.</p> : null}
      <Inside view={schema} id={id} place={place} />
    </li>
  );
}
