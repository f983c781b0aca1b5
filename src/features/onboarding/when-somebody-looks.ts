/** A crawler or a preview does none of it. A press is not among them: what is under it must stay until it is released. */
const SIGNS = ['pointermove', 'touchmove', 'scroll', 'wheel', 'keydown'] as const;

/**
 * Calls `then` once, when the element is in view and somebody has moved, pressed or scrolled anything on the page. Answers how to stop
 * waiting.
 */
export function whenSomebodyLooks(element: Element, then: () => void): () => void {
  let isInView = false;
  let isSomebodyThere = false;
  const check = () => {
    if (!isInView || !isSomebodyThere) return;
    stop();
    then();
  };
  const noticed = () => {
    isSomebodyThere = true;
    check();
  };
  const seen = new IntersectionObserver((entries) => {
    isInView = entries.some(({ isIntersecting }) => isIntersecting);
    check();
  });
  const stop = () => {
    seen.disconnect();
    for (const sign of SIGNS) window.removeEventListener(sign, noticed);
  };
  seen.observe(element);
  for (const sign of SIGNS) window.addEventListener(sign, noticed, { passive: true });
  return stop;
}
