// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AnswerBody as Body } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import AnswerBody from './AnswerBody.view';
import type { WantedMark } from '../answer/contract-check/use-marks';
import { AnswerEvents } from './AnswerEvents.view';
import { AnswerFindings } from './AnswerFindings.view';
import { AnswerLimit } from './AnswerLimit.view';

/** jsdom has no layout, so nothing to scroll. */
beforeAll(() => {
  Element.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

const none: readonly AnswerFinding[] = [];
const offer = '{"id":"off_1","holder":{"name":"Ada","email":"a@x"},"tags":["a","b"]}';

function show(text: string, contentType: string, findings = none, wanted: WantedMark | null = null) {
  const body: Body = { kind: 'text', text };
  const view = render(
    <AnswerBody body={body} contentType={contentType} fileName="x.json" findings={findings} wanted={wanted} />,
  );
  return { view, user: userEvent.setup() };
}

const selected = () => screen.getByRole('treeitem', { selected: true }).textContent;

describe('JSON', () => {
  test('is a tree for the keyboard: arrows fold and unfold, letters lead to names', async () => {
    const { user } = show(offer, 'application/json');
    screen.getByRole('tree').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(selected()).toContain('"holder": {');
    const holder = () => screen.getByRole('treeitem', { selected: true });
    expect([holder().getAttribute('aria-expanded'), holder().getAttribute('aria-level')]).toEqual(['true', '2']);
    await user.keyboard('{ArrowLeft}');
    expect(holder().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('"Ada"')).toBeNull();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(selected()).toContain('"Ada"');
    await user.keyboard('{End}');
    expect(selected()).toContain('"b"');
    await user.keyboard('{Home}t');
    expect(selected()).toContain('"tags"');
  });

  test('tells the place of what is chosen, to be copied as a pointer or a value', async () => {
    const { user } = show(offer, 'application/json');
    await user.click(screen.getByText('"Ada"'));
    expect(screen.getByText('/holder/name')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy the JSON pointer' }));
    expect(await navigator.clipboard.readText()).toBe('/holder/name');
    await user.click(screen.getByRole('button', { name: 'Copy the value' }));
    expect(await navigator.clipboard.readText()).toBe('"Ada"');
  });

  test('is searched, with counts, to and fro, also within what is folded', async () => {
    const { user } = show(offer, 'application/json');
    const box = screen.getByRole('searchbox', { name: 'Search in the answer' });
    await user.type(box, 'A');
    expect(await screen.findByText('4 found')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('1 of 4')).toBeTruthy();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(await screen.findByText('4 of 4')).toBeTruthy();
    await user.clear(box);
    await user.type(box, 'zzz');
    expect(await screen.findByText('none')).toBeTruthy();
  });

  test('can be read as indented text', async () => {
    const { user, view } = show(offer, 'application/json');
    await user.click(screen.getByRole('button', { name: 'Raw' }));
    expect(screen.getByRole('region', { name: 'The answer as text' }).textContent).toContain('    "name": "Ada",\n');
    await user.click(screen.getByRole('button', { name: 'Wrap long lines' }));
    expect(view.container.textContent).toContain('"email": "a@x"');
  });

  test('that breaks off is shown as far as it came', () => {
    show('{"a":[1,{"b":true', 'application/json');
    expect(screen.getByText(/The JSON ends too early/)).toBeTruthy();
    expect(screen.getByRole('tree').textContent).toContain('"b": true');
  });

  test('that is none is text, with its place', () => {
    show('{"a": 1,\n oops}', 'application/json');
    expect(screen.getByText(/Not JSON from line 2, column 2 on: expected a name/)).toBeTruthy();
  });

  test('is marked on the line where it is not as the contract says, and a list leads there', async () => {
    const finding: AnswerFinding = {
      pointer: '/holder/name',
      expected: 'a number',
      got: 'the string "Ada"',
      weight: 'breach',
    };
    show(offer, 'application/json', [finding]);
    const line = screen.getByText(/expected a number, got the string "Ada"/).closest('[role=treeitem]');
    expect(line?.textContent).toContain('"name": "Ada"');
    const onGoTo = vi.fn();
    const findings: readonly AnswerFinding[] = [finding, { ...finding, pointer: '/x', weight: 'note' }];
    const onStep = vi.fn();
    render(<AnswerFindings findings={findings} at={1} onGoTo={onGoTo} onStep={onStep} />);
    await userEvent.click(screen.getByRole('button', { name: '/holder/name' }));
    expect(onGoTo).toHaveBeenCalledWith(finding);
    await userEvent.click(screen.getByRole('button', { name: 'Next mark' }));
    expect(onStep).toHaveBeenCalledWith(1);
    expect(screen.getByText('2 of 2')).toBeTruthy();
    expect(screen.getByText('One member of the answer that the contract does not describe')).toBeTruthy();
  });
});

describe('hostile text', () => {
  const evil = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>';

  test.each<[string, string, string[]]>([
    ['application/json', JSON.stringify({ [evil]: evil }), ['Tree', 'Raw']],
    ['text/html', evil, ['Raw', 'Preview']],
    ['text/csv', `a,b\n"${evil.replaceAll('"', '""')}",2`, ['Table', 'Raw']],
    ['application/xml', `<a>${evil}</a>`, []],
    ['text/plain', evil, []],
  ])('of type %s stays text in every view', async (type, text, names) => {
    const { view, user } = show(text, type);
    for (const name of [null, ...names]) {
      if (name !== null) await user.click(screen.getByRole('button', { name }));
      expect(view.container.querySelector('script, img, [onerror]')).toBeNull();
    }
    expect(globalThis).not.toHaveProperty('pwned');
  });

  test('is framed without scripts and origin where HTML is previewed', async () => {
    const { user } = show(evil, 'text/html');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    const frame = screen.getByTitle('Preview of the answer');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toContain("default-src 'none'");
  });
});

test('comma-separated values are a table', () => {
  show('id,name\n1,"Ada, L."', 'text/csv');
  const table = within(screen.getByRole('table'));
  expect(table.getByRole('columnheader', { name: 'name' })).toBeTruthy();
  expect(table.getByRole('cell', { name: 'Ada, L.' })).toBeTruthy();
});

test('bytes are shown as such, and an image is drawn', async () => {
  const body: Body = { kind: 'binary', blob: new Blob([Uint8Array.of(1, 2, 65)]) };
  const shown = { fileName: 'x', findings: none, wanted: null };
  const view = render(<AnswerBody body={body} contentType="application/zip" {...shown} />);
  expect(await screen.findByText(/^00000000 01 02 41/)).toBeTruthy();
  view.rerender(<AnswerBody body={{ ...body }} contentType="image/png" {...shown} />);
  await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByAltText('The answer')).toBeTruthy();
});

test('a stream’s view can be held while more comes, and says what was let go', async () => {
  const event = (number: number) => ({ number, atMilliseconds: 5, name: 'tick', id: null, data: `{"n":${number}}` });
  const view = render(<AnswerEvents log={{ events: [event(1)], dropped: 0 }} isComing fileName="x" />);
  await userEvent.click(screen.getByRole('button', { name: 'Hold the view' }));
  view.rerender(<AnswerEvents log={{ events: [event(2), event(3)], dropped: 1 }} isComing fileName="x" />);
  expect(screen.queryByText('#3')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Go on (2 new)' }));
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.slice(0, 2))).toEqual(['#3', '#2']);
  expect(screen.getByText(/The oldest 1 is no longer kept/)).toBeTruthy();
});

test('a limit is a gauge with words', () => {
  const headers = [
    ['ratelimit', '"default";r=3;t=41'],
    ['ratelimit-policy', '"default";q=120;w=60'],
    ['retry-after', '41'],
  ] as const;
  render(<AnswerLimit head={{ status: 429, headers, headMilliseconds: 1 }} at={0} />);
  expect(screen.getByRole('meter', { name: 'Requests left' }).getAttribute('value')).toBe('3');
  expect(screen.getByText('3 of 120 requests left, more in 41 s')).toBeTruthy();
  expect(screen.getByText('Send again in 41 s.')).toBeTruthy();
});
