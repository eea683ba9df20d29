// Works beside the pages, and only for who asked for it: keeps a few pages on this phone, so that they open without internet,
// and sends what waits when there is internet again and no page is open.
const STORE = 'kept';
const CHOICE = '/choice';
const NO_CONNECTION = '/no-connection';

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

const forget = () => caches.delete(STORE);
const put = async (path, answer) => (await caches.open(STORE)).put(path, answer);
const remember = (choice) => put(CHOICE, new Response(JSON.stringify({ ...choice, until: Date.now() + choice.seconds * 1000 })));

// What was chosen, for as long as it holds: on a shared phone no longer than the session.
const chosen = async () => {
  const choice = await (await caches.match(CHOICE, { cacheName: STORE }))?.json();
  if (!choice?.shared || Date.now() < choice.until) return choice;
  await forget();
  return undefined;
};

const personOf = (answer) => answer.headers.get('Op-Koers-Person');

const keepNoConnection = async (language) => {
  const answer = await fetch(`${NO_CONNECTION}?lang=${language}`, { credentials: 'omit' });
  if (!answer.ok) throw new Error('did not come');
  await put(NO_CONNECTION, answer);
};

// The page that is shown without internet comes in the language that was used last; when it does not come now, then later.
const follow = (choice, language) => language === choice.language ? choice
  : keepNoConnection(language).then(() => ({ ...choice, language }), () => choice);

const keep = async (choice) => {
  await forget();
  await remember(choice);
  await keepNoConnection(choice.language);
  await (await caches.open(STORE)).addAll(choice.assets);
  const answers = await Promise.all(choice.pages.map((path) => fetch(path)));
  // Signed out in another tab, somebody else by now, or an outage: what did not come is not said to be kept.
  if (!answers.every((answer) => answer.ok && personOf(answer) === choice.person)) throw new Error('not all came');
  for (const [each, answer] of answers.entries()) await put(choice.pages[each], answer);
};

// A page of somebody else, or on a shared phone of nobody any more, ends what was kept.
const judge = async (request, path, plain, answer, choice) => {
  const person = personOf(answer);
  if (person === choice.person) {
    await remember(await follow(choice, answer.headers.get('Content-Language')));
    // A form that was filled in from somewhere is not the one that somebody wants to begin with.
    if (plain && request.method === 'GET' && answer.ok && !answer.redirected && choice.pages.includes(path)) await put(path, answer.clone());
  } else if (person || choice.shared) {
    await forget();
  }
};

// A kept page says of itself from when it is.
const fromThisPhone = async (request, path, choice) => {
  const wanted = path === '/' ? choice.pages[0] : path;
  // What was not sent must not look as if it was.
  const copy = (request.method === 'GET' && choice.pages.includes(wanted) && await caches.match(wanted, { cacheName: STORE }))
    || await caches.match(NO_CONNECTION, { cacheName: STORE });
  if (!copy) return Response.error();
  return new Response((await copy.text()).replace('id="from" hidden', 'id="from"'), { headers: copy.headers });
};

const page = async (request, path, plain) => {
  if (path === '/sign-out' || path === '/leave') await forget();
  const choice = await chosen();
  if (!choice) {
    await registration.unregister();
    return fetch(request);
  }
  try {
    const answer = await fetch(request);
    if (answer.type === 'basic') await judge(request, path, plain, answer, choice);
    return answer;
  } catch (away) {
    return fromThisPhone(request, path, choice);
  }
};

const file = (request) => fetch(request).catch(async () => await caches.match(request, { cacheName: STORE }) || Response.error());

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname, /^(\?lang=..)?$/.test(search)));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

addEventListener('message', (event) => event.waitUntil((async () => {
  try {
    await (event.data.pages ? keep(event.data) : forget());
    event.source.postMessage('done');
  } catch (failure) {
    // A full phone, or the net went away meanwhile: half kept is not kept.
    await forget();
    event.source.postMessage('failed');
  }
})()));

// The browser tries again by itself when this fails.
addEventListener('sync', (event) => event.waitUntil((async () => {
  if (await queue.flush() === 'away') throw new Error('nobody answered');
})()));
