// Keeps pages on this phone, for who asks for it.
(() => {
  'use strict';
  const keeping = document.getElementById('keeping');
  const workers = navigator.serviceWorker;
  if (!keeping || !workers) return;
  const status = keeping.querySelector('[role=status]');
  const remove = keeping.querySelector('[data-keep=none]');
  const tell = (outcome) => {
    status.textContent = status.dataset[outcome];
    remove.hidden = outcome !== 'kept';
  };
  let asked;
  workers.addEventListener('message', ({ data }) => tell(data === 'done' ? asked : 'failed'));
  keeping.addEventListener('click', async (event) => {
    const how = event.target.dataset.keep;
    if (!how) return;
    asked = how === 'none' ? 'removed' : 'kept';
    if (!await workers.register('/worker.js').catch(() => tell('failed'))) return;
    (await workers.ready).active.postMessage(how === 'none' ? {} : {
      person: keeping.dataset.person,
      pages: keeping.dataset.pages.split(' '),
      shared: how === 'shared',
      seconds: Number(document.body.dataset.idleSeconds),
      language: document.documentElement.lang,
      assets: [document.querySelector('link[rel=stylesheet]').href, ...Object.values(document.querySelector('[data-later]').dataset)],
    });
  });
  caches.has('kept').then((kept) => kept && tell('kept'));
  keeping.hidden = false;
  document.getElementById('keeping-not').hidden = true;
})();
