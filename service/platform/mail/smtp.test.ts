import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { UndeliverableMail } from './mail.ts';
import { smtpTransport } from './smtp.ts';

const mail = { id: 'mail_1', attempts: 0, to: 'ada@example.com', subject: 'Grüße', text: 'Hello\n.\nBye' };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A mail server that says yes to everything but what `refusals` name by the command's first word. */
async function mailServer(refusals: Record<string, string> = {}): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  const server: Server = createServer((socket) => {
    let isData = false;
    let rest = '';
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        heard.push(line);
        if (isData && line !== '.') continue;
        const verb = isData ? '.' : (line.split(/[ :]/)[0] ?? '').toUpperCase();
        isData = verb === 'DATA' && refusals.DATA === undefined;
        const usual = { EHLO: '250 test', DATA: '354 go on', QUIT: '221 bye' }[verb] ?? '250 ok';
        socket.write(`${refusals[verb] ?? usual}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

function transportTo(url: string) {
  const transport = smtpTransport({ url, from: 'Cardea <developers@cardea.example>' });
  ends.push(() => transport.close());
  return transport;
}

test('a mail arrives with its sender, its own id, and its text as it was', async () => {
  const { url, heard } = await mailServer();
  await transportTo(url).deliver(mail);
  expect(heard).toContain('MAIL FROM:<developers@cardea.example>');
  expect(heard).toContain('RCPT TO:<ada@example.com>');
  expect(heard).toContain('Message-ID: <mail_1@cardea.example>');
  expect(heard).toContain('Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=');
  // RFC 5321 §4.5.2: a dot that begins a line is doubled on the way.
  expect(heard.join('\n')).toContain('Hello\n..\nBye');
});

test('a calendar file comes along as it was', async () => {
  const { url, heard } = await mailServer();
  const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n';
  await transportTo(url).deliver({ ...mail, calendar });
  const at = heard.findIndex((line) => line.startsWith('Content-Type: text/calendar; charset=utf-8'));
  expect(heard.slice(at, at + 6).join('\n')).toContain('filename=event.ics');
  const body = heard.slice(heard.indexOf('', at) + 1).join('');
  expect(Buffer.from(body.split('--')[0] ?? '', 'base64').toString()).toBe(calendar);
});

test('a receiver that is refused for good is told from a server that is busy', async () => {
  const gone = await mailServer({ RCPT: '550 no such user' });
  await expect(transportTo(gone.url).deliver(mail)).rejects.toThrow(UndeliverableMail);
  const busy = await mailServer({ RCPT: '451 try again later' });
  await expect(transportTo(busy.url).deliver(mail)).rejects.not.toThrow(UndeliverableMail);
});

test('an address cannot smuggle a header or a second receiver', async () => {
  const { url, heard } = await mailServer();
  const transport = transportTo(url);
  await transport.deliver({ ...mail, to: 'ada@example.com, eve@example.com' }).catch(() => undefined);
  await transport.deliver({ ...mail, to: 'ada@example.com>\r\nRCPT TO:<eve@example.com' }).catch(() => undefined);
  await transport.deliver({ ...mail, subject: 'Hi\r\nBcc: eve@example.com' });
  expect(heard.filter((line) => line.startsWith('RCPT TO:<eve@') || /^Bcc:/i.test(line))).toEqual([]);
});

test('a server that is not there is an error, not a refusal', async () => {
  await expect(transportTo('smtp://127.0.0.1:1').deliver(mail)).rejects.toThrow(/ECONNREFUSED/);
});
