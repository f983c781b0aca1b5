import { expect, test } from 'vitest';
import { jsonBody, operationPage, parameter } from './page.fixture';
import { sampleCurl } from './sample-curl';

const site = { serviceUrl: '', origin: 'https://portal.example' };

test('the sample of a request has placeholders for what the contract gives no example of', () => {
  const page = operationPage({
    path: '/things/{thing-id}',
    parameters: [parameter({ name: 'thing-id', in: 'path', required: true })],
  });
  expect(sampleCurl(page, site)).toContain("'https://portal.example/gateway/cardea/v2/things/THING_ID'");
});

test('the sample of a request has the contract’s example as its body', () => {
  expect(sampleCurl(operationPage({ method: 'post', body: jsonBody('{"a": 1}') }), site)).toContain(
    `--data-raw '{"a": 1}'`,
  );
});
