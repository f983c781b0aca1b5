/** Prism would look for code in the page and colour it by itself; it reads this when it is loaded. */
Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } });
