import { expect, test } from 'vitest';
import type { FormFieldConfig } from '../../../../../contract/portal-config';
import { readProblem } from '../../../../portal-client';
import { answersOf, faultsOf, openingText } from './form-text';

const fields: readonly FormFieldConfig[] = [
  { id: 'contact', label: 'Contact', kind: 'text' },
  { id: 'rolls', label: 'Rolls', kind: 'yes-no' },
  { id: 'more', label: 'More', kind: 'long-text', required: false },
];

test('a form opens with what was sent last, and sends that', () => {
  const text = openingText(fields, { contact: 'a@b.example', rolls: false, gone: 'x' });
  expect(text).toEqual({ contact: 'a@b.example', rolls: 'no', more: '' });
  expect(answersOf(fields, text)).toEqual({ contact: 'a@b.example', rolls: false });
  expect(answersOf(fields, { ...text, rolls: 'yes', more: 'x' })).toMatchObject({ rolls: true, more: 'x' });
});

test('what is wrong stands at its field, whatever the field is called', () => {
  const errors = [
    { in: 'body', at: '/answers/contact', message: 'is required' },
    { in: 'body', at: '/answers/a~1b~0c', message: 'must be text' },
    { in: 'body', at: '/answers', message: 'is too long' },
  ];
  const problem = readProblem(400, { errors }, new Headers());
  expect(faultsOf(problem)).toEqual({ contact: 'Is required.', 'a/b~c': 'Must be text.' });
  expect(faultsOf(null)).toEqual({});
});
