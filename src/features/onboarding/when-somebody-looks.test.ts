// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { whenSomebodyLooks } from './when-somebody-looks';

let show: (isIntersecting: boolean) => void;
vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
      show = (isIntersecting) => tell([{ isIntersecting }]);
    }
    observe = () => undefined;
    disconnect() {
      show = () => undefined;
    }
  },
);
const looked = vi.fn();
afterEach(() => looked.mockClear());
const move = () => window.dispatchEvent(new Event('pointermove'));

test('being in view is not enough, nor is being there', () => {
  whenSomebodyLooks(document.body, looked);
  show(true);
  expect(looked).not.toHaveBeenCalled();
  show(false);
  move();
  expect(looked).not.toHaveBeenCalled();
  show(true);
  expect(looked).toHaveBeenCalledOnce();
});

test('it is said once', () => {
  whenSomebodyLooks(document.body, looked);
  show(true);
  move();
  move();
  expect(looked).toHaveBeenCalledOnce();
});

test('after stopping, nothing is said', () => {
  const stop = whenSomebodyLooks(document.body, looked);
  stop();
  show(true);
  move();
  expect(looked).not.toHaveBeenCalled();
});
