// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createWaitStore } from '../answer/sending/wait-store';
import { AnswerFigures } from './AnswerFigures.view';
import { AnswerWaiting } from './AnswerWaiting.view';
import { WaitChoice } from './WaitChoice.view';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a request that takes long says for how long', () => {
  vi.useFakeTimers();
  const view = render(<AnswerWaiting upload={null} />);
  expect(view.container.textContent).toBe('');
  void act(() => vi.advanceTimersByTime(3_000));
  expect(view.container.textContent).toBe('Waiting for the answer, 3 s so far');
});

test('a large body says how much of it is gone, as far as the browser tells', () => {
  vi.useFakeTimers();
  const view = render(<AnswerWaiting upload={{ sentBytes: 1_200_000, ofBytes: 4_800_000 }} />);
  expect(view.container.textContent).toBe('Sending 1.2 of 4.8 MB');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'The body is going out' });
  expect(bar.value).toBe(0.25);
  void act(() => vi.advanceTimersByTime(2_000));
  view.rerender(<AnswerWaiting upload={{ sentBytes: 4_800_000, ofBytes: 4_800_000 }} />);
  expect(view.container.textContent).toBe('Waiting for the answer, 2 s so far');
  view.rerender(<AnswerWaiting upload={{ sentBytes: null, ofBytes: 4_800_000 }} />);
  expect(view.container.textContent).toBe('Sending 4.8 MB, 2 s so far');
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
});

test('an answer that comes in says how much of how many, and for how long', () => {
  const head = { status: 200, headers: [['content-length', '5000000']] as const, headMilliseconds: 1 };
  const view = render(
    <AnswerFigures head={head} bytes={1_250_000} totalMilliseconds={null} elapsedMilliseconds={2_340} />,
  );
  expect(view.container.textContent).toContain('coming in, 2.34 s1.3 of 5.0 MB');
});

test('how long the console waits is chosen', async () => {
  const store = createWaitStore(() => ({ getItem: () => null, setItem: () => undefined }));
  render(<WaitChoice store={store} />);
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Give up after' });
  expect(choice.selectedOptions[0]?.text).toBe('60 s');
  await userEvent.selectOptions(choice, 'no limit');
  expect(store.get()).toBeNull();
});
