import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { type Answer, browser, type Browser, mailedLink, signInByMail } from './signed-in.fixture.ts';

/** Office hours, from staff who plan them to who comes. Each answer is held against the contract. */
const check = answerCheck(portalContract);
let running: RunningApp;
let staff: Browser;
let ada: Browser;
const visitor = () => browser(running.app);

beforeAll(async () => {
  running = await startApp({
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff: ['staff@example.com'], providers: [] } },
  });
  [staff, ada] = [browser(running.app), browser(running.app)];
  await signInByMail(running.app, staff, 'staff@example.com');
  await signInByMail(running.app, ada, 'ada@example.com');
}, 60_000);
afterAll(() => running.close());

const wanted = {
  ...{ kind: 'office-hours', title: 'Office hours', description: 'Bring your questions.', minutes: 60 },
  ...{ time_zone: 'Europe/Copenhagen', starts: '2099-12-01T14:00', place: '', link: 'https://meet.portal.example/a' },
  ...{ capacity: 20, audience: 'public', cohort: null, repeats: 'never', until: null },
};

interface TeamEvent {
  readonly id: string;
  readonly dates: readonly { readonly id: string; readonly going: number; readonly cancelled_at: string | null }[];
}

async function call(who: Browser, id: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const answer = await who.call(method, `/api/v1${path}`, body);
  const { status, body: text, headers } = answer;
  expect(check(id, { status, headers: headers, body: text === '' ? null : text })).toEqual([]);
  return answer;
}

async function hold(change: object = {}): Promise<{ event: string; date: string; dates: readonly string[] }> {
  const answer = await call(staff, 'createEvent', 'POST', '/team/events', { ...wanted, ...change });
  expect(answer.status).toBe(201);
  const { id, dates } = answer.json<TeamEvent>();
  return { event: id, date: dates[0]?.id ?? '', dates: dates.map((date) => date.id) };
}

const seenBy = async (who: Browser, when = 'upcoming') =>
  (await call(who, 'listEvents', 'GET', `/events?when=${when}`)).json<{ data: { id: string; title: string }[] }>().data;
const attendees = async ({ event, date }: { event: string; date: string }) =>
  (await call(staff, 'listEventAttendees', 'GET', `/team/events/${event}/dates/${date}/attendees`)).json<{
    data: { email: string; state: string }[];
  }>().data;

async function mailsTo(address: string): Promise<string[]> {
  const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
  const letters = body.split('<article>').filter((letter) => letter.includes(`To ${address}`));
  return letters.map((letter) => /<h2>(.*?)<\/h2>/.exec(letter)?.[1] ?? '');
}
const subjects = (address: string, subject: string) =>
  expect.poll(async () => (await mailsTo(address)).filter((each) => each.includes(subject)).length, {
    timeout: 10_000,
  });

const entriesOf = (answer: Answer) =>
  new ICAL.Component(ICAL.parse(answer.body) as unknown[])
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

describe('staff', () => {
  test('plan an event with its dates, change it and see who comes', async () => {
    const held = await hold({ repeats: 'weekly', until: '2099-12-15' });
    expect(held.dates).toHaveLength(3);
    await call(ada, 'signUpForEvent', 'PUT', `/events/${held.date}/sign-up`);
    expect(await attendees(held)).toMatchObject([{ email: 'ada@example.com', state: 'going' }]);
    const change = { ...wanted, repeats: 'weekly', until: '2099-12-15', title: 'Open hours' };
    const changed = await call(staff, 'changeEvent', 'PUT', `/team/events/${held.event}`, change);
    expect(changed.json()).toMatchObject({ title: 'Open hours', dates: [{ going: 1 }, { going: 0 }, { going: 0 }] });
    await subjects('ada@example.com', 'Changed: Open hours').toBe(1);
  });

  test('cancel one date, and the rest, and whoever is signed up hears of each', async () => {
    const held = await hold({ title: 'Cancelled hours', repeats: 'weekly', until: '2099-12-08' });
    for (const date of held.dates) await call(ada, 'signUpForEvent', 'PUT', `/events/${date}/sign-up`);
    const one = `/team/events/${held.event}/dates/${held.date}/cancel`;
    const cancelled = (await call(staff, 'cancelEventDate', 'POST', one)).json<TeamEvent>();
    expect(cancelled.dates.map(({ cancelled_at: at }) => at === null)).toEqual([false, true]);
    expect((await call(staff, 'cancelEventDate', 'POST', one)).status).toBe(409);
    expect((await call(staff, 'cancelEvent', 'POST', `/team/events/${held.event}/cancel`)).status).toBe(200);
    expect((await call(staff, 'cancelEvent', 'POST', `/team/events/${held.event}/cancel`)).status).toBe(409);
    expect((await call(staff, 'changeEvent', 'PUT', `/team/events/${held.event}`, wanted)).status).toBe(409);
    await subjects('ada@example.com', 'Cancelled: Cancelled hours').toBe(2);
  });

  test('are told every wrong place at once', async () => {
    const wrong = { ...wanted, time_zone: 'Mars/Olympus', link: 'ftp://x', audience: 'cohort', cohort: 'coh_none' };
    const answer = await call(staff, 'createEvent', 'POST', '/team/events', wrong);
    expect([answer.status, answer.json<{ errors: { at: string }[] }>().errors.map(({ at }) => at)]).toEqual([
      ...[400, ['/time_zone', '/link', '/cohort']],
    ]);
    const { event } = await hold();
    const late = { ...wanted, starts: '2099-02-30T10:00' };
    expect((await call(staff, 'changeEvent', 'PUT', `/team/events/${event}`, late)).status).toBe(400);
  });

  test('get 404 for what is not there', async () => {
    const { event } = await hold();
    const { date } = await hold();
    const statuses = [
      await call(staff, 'changeEvent', 'PUT', '/team/events/evt_none', wanted),
      await call(staff, 'cancelEvent', 'POST', '/team/events/evt_none/cancel'),
      await call(staff, 'cancelEventDate', 'POST', `/team/events/${event}/dates/${date}/cancel`),
      await call(staff, 'listEventAttendees', 'GET', `/team/events/${event}/dates/${date}/attendees`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await call(staff, 'listTeamEvents', 'GET', '/team/events')).status).toBe(200);
  });
});

describe('a person', () => {
  test('signs up and takes it back by one request each, and reads where to take part meanwhile', async () => {
    const { date } = await hold();
    const path = `/events/${date}/sign-up`;
    const signedUp = await call(ada, 'signUpForEvent', 'PUT', path);
    expect(signedUp.json()).toMatchObject({ going: 1, link: wanted.link, attendance: { state: 'going' } });
    expect((await call(ada, 'signUpForEvent', 'PUT', path)).json()).toMatchObject({ going: 1 });
    const [entry] = entriesOf(await call(ada, 'getEventCalendar', 'GET', `/events/${date}/calendar.ics`));
    expect(entry?.description).toContain(wanted.link);
    const left = await call(ada, 'leaveEvent', 'DELETE', path);
    expect(left.json()).toMatchObject({ going: 0, link: null, attendance: null });
    expect((await call(ada, 'leaveEvent', 'DELETE', path)).status).toBe(200);
  });

  test('waits where all is full, and gets the place and a mail when somebody leaves', async () => {
    const held = await hold({ title: 'A small room', capacity: 1 });
    const path = `/events/${held.date}/sign-up`;
    await call(staff, 'signUpForEvent', 'PUT', path);
    const waiting = await call(ada, 'signUpForEvent', 'PUT', path);
    expect(waiting.json()).toMatchObject({
      state: 'full',
      link: null,
      attendance: { state: 'waiting', waiting_before: 0 },
    });
    await call(staff, 'leaveEvent', 'DELETE', path);
    expect(await attendees(held)).toMatchObject([{ email: 'ada@example.com', state: 'going' }]);
    await subjects('ada@example.com', 'You have a place: A small room').toBe(1);
  });

  test('does not sign up for what was cancelled', async () => {
    const { event, date } = await hold();
    await call(staff, 'cancelEvent', 'POST', `/team/events/${event}/cancel`);
    expect((await call(ada, 'signUpForEvent', 'PUT', `/events/${date}/sign-up`)).status).toBe(409);
    const asked = { name: 'Eve', email: 'eve@example.com' };
    expect(
      (await call(visitor(), 'askToSignUpForEvent', 'POST', `/events/${date}/sign-up-requests`, asked)).status,
    ).toBe(409);
    expect((await call(ada, 'signUpForEvent', 'PUT', '/events/evd_none/sign-up')).status).toBe(404);
    expect((await call(ada, 'leaveEvent', 'DELETE', '/events/evd_none/sign-up')).status).toBe(404);
  });
});

describe('an audience', () => {
  test('is all that sees an event; to others it is not there', async () => {
    const { date } = await hold({ title: 'For partners', audience: 'signed-in' });
    const titles = async (who: Browser) => (await seenBy(who)).map(({ id }) => id).includes(date);
    expect([await titles(visitor()), await titles(ada), await titles(staff)]).toEqual([false, true, true]);
    const asked = { name: 'Eve', email: 'eve@example.com' };
    expect(
      (await call(visitor(), 'askToSignUpForEvent', 'POST', `/events/${date}/sign-up-requests`, asked)).status,
    ).toBe(404);
    expect((await call(visitor(), 'getEventCalendar', 'GET', `/events/${date}/calendar.ics`)).status).toBe(404);
    const feed = await call(visitor(), 'getEventsCalendar', 'GET', '/events/calendar.ics');
    expect(feed.body).not.toContain(date);
  });

  test('may be a cohort: whoever acts for one of its organizations', async () => {
    const made = await staff.call('POST', '/api/v1/team/cohorts', { name: 'Autumn', journey: 'issuer-launch' });
    const cohort = made.json<{ id: string }>().id;
    const organization = (await ada.call('POST', '/api/v1/organizations', { name: 'Analytical' })).json<{
      id: string;
    }>();
    const { date } = await hold({ title: 'For the cohort', audience: 'cohort', cohort });
    const sees = async () => (await seenBy(ada)).some(({ id }) => id === date);
    expect(await sees()).toBe(false);
    const joined = await staff.call('PUT', `/api/v1/team/cohorts/${cohort}/members/${organization.id}`);
    expect(joined.status).toBeLessThan(300);
    expect(await sees()).toBe(true);
    expect((await call(ada, 'signUpForEvent', 'PUT', `/events/${date}/sign-up`)).status).toBe(200);
  });
});

describe('a visitor', () => {
  const form = (name: string, email: string) => ({ name, email });

  test('signs up by the link of a mail, and takes it back by the same page', async () => {
    const held = await hold({ title: 'Visitors’ hours' });
    const path = `/events/${held.date}/sign-up-requests`;
    const asked = await call(visitor(), 'askToSignUpForEvent', 'POST', path, form('Eve', 'Eve@Visitor.example'));
    expect(asked.status).toBe(202);
    expect(await attendees(held)).toEqual([]);
    const link = await mailedLink(running.app, 'eve@visitor.example', '/account/event?pass=');
    const page = await visitor().call('GET', link.pathname + link.search);
    expect(page.body).toContain('Sign up</button>');
    expect(await attendees(held)).toEqual([]);
    const pass = link.searchParams.get('pass') ?? '';
    const pressed = await visitor().press('/account/event', { pass, do: 'come' });
    expect(pressed.body).toContain('You have a place, eve@visitor.example.');
    expect(pressed.body).toContain(`href="${wanted.link}"`);
    expect(await attendees(held)).toMatchObject([{ email: 'eve@visitor.example', state: 'going' }]);
    const file = await call(visitor(), 'getEventCalendar', 'GET', `/events/${held.date}/calendar.ics?pass=${pass}`);
    expect(entriesOf(file)[0]?.description).toContain(wanted.link);
    await visitor().press('/account/event', { pass, do: 'leave' });
    expect(await attendees(held)).toEqual([]);
  });

  test('without JavaScript finds it in a list, and signs up by a form', async () => {
    const held = await hold({ title: 'A <b>list</b>' });
    const list = await visitor().call('GET', '/account/events');
    expect(list.body).toContain(`<a href="/account/event?date=${held.date}">A &lt;b&gt;list&lt;/b&gt;</a>`);
    const page = await visitor().call('GET', `/account/event?date=${held.date}`);
    expect(page.body).toContain('name="email"');
    const refused = await visitor().press('/account/event', { date: held.date, ...form('', 'x') });
    expect([refused.status, refused.body.includes('role="alert"')]).toEqual([400, true]);
    const sent = await visitor().press('/account/event', { date: held.date, ...form('Joe', 'joe@visitor.example') });
    expect(sent.body).toContain('Check your mail');
    const signedIn = await ada.press('/account/event', { date: held.date, do: 'come' });
    expect(signedIn.body).toContain('You have a place, ada@example.com.');
  });

  test('opens nothing with a link that is not whole, for another date, or from another site', async () => {
    const { date } = await hold();
    expect((await visitor().call('GET', '/account/event?pass=x')).status).toBe(404);
    expect((await visitor().call('GET', '/account/event?date=evd_none')).status).toBe(404);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await visitor().call('POST', '/account/event', undefined, foreign)).status).toBe(403);
    const cross = await ada.call('PUT', `/api/v1/events/${date}/sign-up`, undefined, foreign);
    expect(cross.status).toBe(403);
  });

  test('is not written to without end', async () => {
    const { date } = await hold();
    const path = `/events/${date}/sign-up-requests`;
    const ask = () => call(visitor(), 'askToSignUpForEvent', 'POST', path, form('Kim', 'kim@visitor.example'));
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(429);
    expect((await call(visitor(), 'askToSignUpForEvent', 'POST', path, { name: ' ', email: 'x' })).status).toBe(400);
  });
});

test('whoever leaves the portal takes their sign-ups along, and gives their places back', async () => {
  const held = await hold();
  const eve = visitor();
  await signInByMail(running.app, eve, 'eve@example.com');
  await call(eve, 'signUpForEvent', 'PUT', `/events/${held.date}/sign-up`);
  const exported = (await eve.call('GET', '/api/v1/account/export')).json<{ elsewhere: { events: object[] } }>();
  expect(exported.elsewhere.events).toMatchObject([{ email: 'eve@example.com', state: 'going' }]);
  expect((await eve.call('POST', '/api/v1/account/deletion', {})).status).toBe(204);
  expect(await attendees(held)).toEqual([]);
});

describe('the feed', () => {
  test('has every public date once, with a higher sequence when it changed, and says what was cancelled', async () => {
    const held = await hold({ title: 'In the feed', repeats: 'weekly', until: '2099-12-08' });
    const read = async () =>
      entriesOf(await call(visitor(), 'getEventsCalendar', 'GET', '/events/calendar.ics')).filter(({ uid }) =>
        held.dates.some((date) => uid === `${date}@localhost`),
      );
    const before = await read();
    expect(before.map(({ sequence }) => sequence)).toEqual([0, 0]);
    expect(before.some(({ description }) => description.includes(wanted.link))).toBe(false);
    await call(staff, 'cancelEventDate', 'POST', `/team/events/${held.event}/dates/${held.date}/cancel`);
    const after = await read();
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 0]);
    expect(after.map((event) => event.component.getFirstPropertyValue('status'))).toEqual(['CANCELLED', 'CONFIRMED']);
  });
});

test('a wrong list is refused', async () => {
  expect((await call(visitor(), 'listEvents', 'GET', '/events?when=never')).status).toBe(400);
  expect(await seenBy(visitor(), 'past')).toEqual([]);
});
