/*
 * Runs in the page, before anything of it: notes what a reader would. `portolanProbe` says which heading and which parameter's
 * name they came to read. A framework has taken the heading over when it hangs its own things on it (React), or on what it stands in (Vue).
 */
(() => {
  const { document, performance, PerformanceObserver, portolanProbe: probe, requestAnimationFrame } = globalThis;
  const seen = { longTasks: [], firstPaint: 0, largestPaint: 0, readable: 0, taken: 0 };
  globalThis.portolanSeen = seen;

  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push({ startTime, duration }));
  observe('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });

  const heading = () =>
    [...document.querySelectorAll('h1, h2, h3')].find(({ textContent }) => textContent.includes(probe.title));
  const isOwned = (element) =>
    element !== null &&
    (Object.keys(element).some((key) => key.startsWith('__react')) ||
      '__vue_app__' in element ||
      '_vnode' in element ||
      isOwned(element.parentElement));
  const wordIsThere = () =>
    document.evaluate(
      `boolean(//body//text()[not(parent::script) and normalize-space(.) = ${JSON.stringify(probe.word)}])`,
      document,
    ).booleanValue;

  // Frames come only when the page may be painted: not before its style sheets are there.
  const look = () => {
    const found = document.body && heading();
    if (found && seen.readable === 0 && wordIsThere()) seen.readable = performance.now();
    if (found && seen.taken === 0 && isOwned(found)) seen.taken = performance.now();
    if (seen.readable === 0 || seen.taken === 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
