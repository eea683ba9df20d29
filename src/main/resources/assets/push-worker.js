// Wakes when something waits. What it says was in it since it was asked for: nothing comes along with the call.
addEventListener('install', () => skipWaiting());
addEventListener('push', (event) => event.waitUntil(registration.showNotification(WORDS.title, {
  body: WORDS.body, lang: WORDS.lang, dir: WORDS.dir, tag: 'message', icon: '/assets/icon.svg', actions: [{ action: 'stop', title: WORDS.stop }],
})));
addEventListener('notificationclick', (event) => {
  event.notification.close();
  // A browser that is not woken any more tells its push service, which tells the portal the next time.
  event.waitUntil(event.action === 'stop'
    ? registration.pushManager.getSubscription().then((subscription) => subscription?.unsubscribe())
    : clients.openWindow('/'));
});
