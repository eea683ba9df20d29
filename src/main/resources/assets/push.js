// Lets this browser be woken when something waits, for who asks for it.
(() => {
  'use strict';
  const form = document.getElementById('push');
  const not = document.getElementById('push-not');
  if (!form || !window.PushManager || !navigator.serviceWorker) return;
  form.hidden = false;
  not.hidden = true;
  const active = (registration) => registration.active || new Promise((done) => {
    const worker = registration.installing || registration.waiting;
    worker.addEventListener('statechange', () => worker.state === 'activated' && done());
  });
  // What it says is in it: where another language was chosen since, it is fetched anew. The address of this browser stays.
  const wanted = new URL(form.dataset.worker, location);
  navigator.serviceWorker.getRegistrations().then((all) => all.filter((each) => each.active).forEach(({ active }) => {
    const had = new URL(active.scriptURL);
    if (had.pathname === wanted.pathname && had.search !== wanted.search) navigator.serviceWorker.register(wanted);
  }));
  // For another key than the portal has by now a browser may be woken already: then it wants none beside that.
  const subscribe = (manager, options) => manager.subscribe(options).catch(async (refused) => {
    const had = refused.name === 'InvalidStateError' && await manager.getSubscription();
    if (!had) throw refused;
    await had.unsubscribe();
    return manager.subscribe(options);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const registration = await navigator.serviceWorker.register(form.dataset.worker);
      await active(registration);
      const { endpoint } = await subscribe(registration.pushManager, { userVisibleOnly: true, applicationServerKey: form.dataset.key });
      form.elements.address.value = endpoint;
      form.submit();
    } catch (refused) {
      not.hidden = false;
    }
  });
})();
