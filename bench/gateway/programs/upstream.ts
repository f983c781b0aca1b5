import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exampleAnswers } from '../example-exchange.ts';

/** The API that all stand before: answers with the contract's examples, made beforehand. A message `hang` or `answer` says whether it does. */
const { read, made } = await exampleAnswers();
let hangs = false;

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    if (hangs) return;
    const answer = request.method === 'POST' ? made : read;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('message', (word) => void (hangs = word === 'hang'));
process.on('disconnect', () => process.exit(0));
