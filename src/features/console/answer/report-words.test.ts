import { expect, test } from 'vitest';
import { operationPage } from '../page.fixture';
import { reportWords } from './report-words';

test('a report has what helps to find the answer, and nothing of its content', () => {
  const page = operationPage({ method: 'get', path: '/offers/{id}' });
  const findings = [
    { pointer: '/data/12/holder', expected: 'an object', got: 'the string "Ada Lovelace"', weight: 'breach' as const },
    { pointer: '/x', expected: 'a member that the contract describes', got: '“x”', weight: 'note' as const },
  ];
  expect(reportWords({ page, status: 200, requestId: 'req_1', findings })).toBe(
    'GET /offers/{id} (cardea v2, getThing) answered 200.\nRequest: req_1\nAt /data/…/holder: expected an object, got a string.\n',
  );
  expect(reportWords({ page, status: 502, requestId: null, findings: [] })).toBe(
    'GET /offers/{id} (cardea v2, getThing) answered 502.\n',
  );
});
