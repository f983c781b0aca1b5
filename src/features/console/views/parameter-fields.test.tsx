// @vitest-environment jsdom
import { useState } from 'react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ParameterView } from '../../../../contract/reference-page';
import { parameter } from '../page.fixture';
import { fieldKey } from '../request';
import { ParameterFields } from './ParameterFields.view';

/** jsdom has no layout, so nothing to scroll. */
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

/** The fields with a form around them; `text` is what a parameter's field holds now. */
function setUp(fields: readonly ParameterView[], start: Record<string, string> = {}) {
  let held: Readonly<Record<string, string>> = start;
  function Form() {
    const [values, setValues] = useState(start);
    held = values;
    return (
      <ParameterFields
        idPrefix="f"
        fields={fields}
        values={values}
        marks={[]}
        onChange={(field, text) => setValues({ ...values, [field]: text })}
      />
    );
  }
  render(<Form />);
  return { user: userEvent.setup(), text: (one: ParameterView) => held[fieldKey(one)] };
}

const list = parameter({
  name: 'ids',
  in: 'query',
  required: true,
  schema: { type: 'array of string', items: { type: 'string' } },
});
const numbers = { ...list, schema: { type: 'array of integer', items: { type: 'integer' } } };
const free = parameter({
  name: 'filter',
  in: 'query',
  required: true,
  schema: { type: 'object', additional: { type: 'string' } },
});
const sort = parameter({
  name: 'sort',
  in: 'query',
  required: true,
  style: 'deepObject',
  schema: {
    type: 'object',
    properties: [
      { name: 'by', required: true, schema: { type: 'string', enum: ['"date"', '"name"'] } },
      { name: 'limit', required: false, schema: { type: 'integer' } },
    ],
  },
});

describe('a list', () => {
  test('is fields that are added, filled and taken away by keyboard', async () => {
    const { user, text } = setUp([list]);
    await user.click(screen.getByRole('button', { name: /Add an item/ }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'ids, item 1' }));
    await user.keyboard('a,b');
    await user.click(screen.getByRole('button', { name: /Add an item/ }));
    await user.keyboard('c');
    expect(text(list)).toBe('["a,b","c"]');
    await user.click(screen.getByRole('button', { name: 'Remove ids, item 1' }));
    expect(text(list)).toBe('["c"]');
  });

  test('of numbers takes what is none as it is, so that it can be sent on purpose', async () => {
    const { user, text } = setUp([numbers], { 'query:ids': '[1]' });
    await user.clear(screen.getByRole('textbox', { name: 'ids, item 1' }));
    expect(text(numbers)).toBe('');
    await user.type(screen.getByRole('textbox', { name: 'ids, item 1' }), '12x');
    expect(text(numbers)).toBe('["12x"]');
  });

  test('of lists, and a text that is no list, is written as JSON', () => {
    setUp([list], { 'query:ids': '[["a"]]' });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'ids' }).value).toBe('[["a"]]');
  });
});

describe('an object', () => {
  test('without members in the contract is names with values', async () => {
    const { user, text } = setUp([free]);
    await user.click(screen.getByRole('button', { name: /Add a member/ }));
    await user.keyboard('city');
    await user.type(screen.getByRole('textbox', { name: 'filter, city' }), 'Halden');
    expect(text(free)).toBe('{"city":"Halden"}');
  });

  test('has a field of its type for every member that the contract names', async () => {
    const { user, text } = setUp([sort]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'sort, by' }), 'name');
    await user.type(screen.getByRole('textbox', { name: 'sort, limit' }), '3');
    expect(text(sort)).toBe('{"by":"name","limit":3}');
    expect(screen.queryByRole('button', { name: /Add a member/ })).toBeNull();
  });
});

describe('optional parameters', () => {
  const optional = parameter({ name: 'limit', in: 'query', schema: { type: 'integer' } });
  const other = parameter({
    name: 'from',
    in: 'query',
    schema: { type: 'string' },
    examples: [
      { name: 'first', text: 'a' },
      { name: 'second', summary: 'The second', text: 'b' },
    ],
  });

  test('are tucked away until they are asked for, and can be put away again', async () => {
    const { user, text } = setUp([optional, other]);
    expect(screen.queryByLabelText('limit')).toBeNull();
    await user.click(screen.getByRole('combobox', { name: 'Add a parameter' }));
    await user.click(screen.getByRole('option', { name: 'limit query · integer' }));
    await user.keyboard('5');
    expect(text(optional)).toBe('5');
    await user.clear(screen.getByLabelText('limit'));
    expect(screen.getByLabelText('limit')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove limit' }));
    expect(screen.queryByLabelText('limit')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a parameter' }));
  });

  test('are found by typing, which adds nothing by itself', async () => {
    const { user } = setUp([optional, other]);
    const menu = screen.getByRole('combobox', { name: 'Add a parameter' });
    menu.focus();
    await user.keyboard('m');
    expect(screen.queryByLabelText('limit')).toBeNull();
    expect(screen.getAllByRole('option').map((option) => option.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    await user.keyboard('{ArrowDown}');
    expect(document.getElementById(menu.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe(
      'from query · string',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    await user.keyboard('nothing');
    expect(screen.getByText('Nothing is called “nothing”.')).toBeTruthy();
    await user.clear(menu);
    await user.keyboard('LIM{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('limit'));
  });

  test('are in sight where they are set, and filled from one of several examples', async () => {
    const { user, text } = setUp([optional, other], { 'query:from': 'mine' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Example for from' }), 'The second');
    expect(text(other)).toBe('b');
  });
});
