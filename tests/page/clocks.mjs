// How long the page's own thread works, and what frames come of a gesture.

/** The main thread's own work since the page began, in milliseconds. */
export async function threadClock(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Drags or turns the wheel for two seconds: frames drawn meanwhile, and the main thread's work for each. */
export async function gestureFigures(page, gesture) {
  const busy = await threadClock(page);
  const before = await busy();
  await page.evaluate(() => {
    globalThis.frames = [];
    const count = (time) => {
      globalThis.frames.push(time);
      globalThis.counting = requestAnimationFrame(count);
    };
    globalThis.counting = requestAnimationFrame(count);
  });
  await page.evaluate(async (kind) => {
    const graph = [...document.querySelector('alliance-map').shadowRoot.querySelectorAll('svg.graph')].find((one) => one.checkVisibility());
    const at = (x, y) => ({ bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, button: 0, buttons: 1 });
    const end = performance.now() + 2000;
    if (kind === 'pan') graph.dispatchEvent(new MouseEvent('mousedown', at(700, 500)));
    for (let step = 0; performance.now() < end; step++) {
      if (kind === 'pan') window.dispatchEvent(new MouseEvent('mousemove', at(700 + 90 * Math.sin(step / 9), 500 + 40 * Math.cos(step / 7))));
      else graph.dispatchEvent(new WheelEvent('wheel', { ...at(700, 500), deltaY: step % 40 < 20 ? -12 : 12 }));
      await new Promise(requestAnimationFrame);
    }
    if (kind === 'pan') window.dispatchEvent(new MouseEvent('mouseup', at(700, 500)));
  }, gesture);
  const { rate, count } = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.counting);
    const { frames } = globalThis;
    return { rate: ((frames.length - 1) * 1000) / (frames.at(-1) - frames[0]), count: frames.length };
  });
  const work = (await busy()) - before;
  return { rate, work: work / count };
}
