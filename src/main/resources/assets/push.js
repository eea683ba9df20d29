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
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const registration = await navigator.serviceWorker.register(form.dataset.worker);
      await active(registration);
      const { endpoint } = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.key });
      form.elements.address.value = endpoint;
      form.submit();
    } catch (refused) {
      not.hidden = false;
    }
  });
})();
