() => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('nothing was painted')), 5000);
  new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true });
})
