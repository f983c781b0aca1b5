import { expect, test } from 'vitest';
import { jsonBody, operationPage, parameter } from '../page.fixture';
import { sampleRequest } from './sample-request';

const site = { serviceUrl: '' };

test('the sample of a request has placeholders for what the contract gives no example of', () => {
  const page = operationPage({
    path: '/things/{thing-id}',
    parameters: [parameter({ name: 'thing-id', in: 'path', required: true })],
  });
  expect(sampleRequest(page, site)?.url).toBe('/gateway/cardea/v2/things/THING_ID');
});

test('the sample of a request has the contract’s example as its body, and a stand-in for the key', () => {
  const request = sampleRequest(operationPage({ method: 'post', body: jsonBody('{"a": 1}') }), site);
  expect(request?.content).toEqual({ kind: 'text', text: '{"a": 1}' });
  expect(request?.headers).toContainEqual(['Authorization', 'Bearer YOUR_KEY']);
});
