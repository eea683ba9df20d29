// Shows at once what is said in a conversation, and sends without leaving the page. Without it the form and a reload do.
(() => {
  'use strict';
  const form = document.getElementById('reply');
  const place = form.getAttribute('action');
  const box = document.getElementById('text');
  const turns = document.getElementById('turns');
  const told = document.getElementById('told');
  const say = (what) => { told.textContent = told.dataset[what] || ''; };
  const last = () => Number(turns.lastElementChild?.id.slice(5) || 0);
  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
  const isThread = (answer) => answer.ok && new URL(answer.url).pathname.startsWith(place);

  // What is there already stays as it is, so that nobody is read the same twice.
  const take = (page) => {
    const before = last();
    page.querySelectorAll('#turns > li').forEach((turn) => { if (!document.getElementById(turn.id)) turns.append(turn); });
    ['seen', 'standing'].forEach((id) => {
      const now = page.getElementById(id);
      if (now) document.getElementById(id).replaceWith(now);
    });
    return last() > before;
  };

  // What nobody looks at is not seen.
  const see = () => {
    if (document.hidden) return;
    const body = new URLSearchParams({ position: last(), 'csrf-token': form.elements['csrf-token'].value });
    fetch(place + '/seen/live', { method: 'POST', body }).catch(() => { });
  };
  const look = async () => {
    try {
      const answer = await fetch(place + '/turns/live?after=' + last());
      if (isThread(answer) && take(await read(answer)) && !turns.lastElementChild.matches('.mine')) {
        say('new');
        see();
      }
    } catch {
      // The stream comes back with the net, and then asks again.
    }
  };
  // Only while somebody looks: a browser has six connections to the portal for all its pages together, and a phone a battery.
  let stream, again;
  const listen = () => {
    clearTimeout(again);
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource(place + '/live');
    stream.onopen = look;
    // A browser comes back by itself when the net was away, but not when somebody answered that the portal is.
    stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) again = setTimeout(listen, 3e4); };
    stream.onmessage = ({ data }) => ({ turn: look, full: () => stream.close() })[data]?.();
  };
  // Who turns to the box has before them what came meanwhile, and need not be sent to read it first. Not so who was writing already.
  box.addEventListener('focus', () => { if (form.elements.seen) form.elements.seen.value = last(); });
  listen();
  document.addEventListener('visibilitychange', () => {
    listen();
    see();
  });
  addEventListener('pagehide', () => stream?.close());

  // The text stays in the box until the portal has it. The id in the form makes every try the same one.
  let waits, pause = 1000;
  const unlock = () => {
    box.readOnly = false;
    delete form.dataset.sent;
  };
  // What the page came with in its form stays in it when that is emptied, and must not go along once more.
  const wasFilled = () => document.querySelector('[role=alert], #reply [name=kept], #reply [name=photo-kept], #reply [name=phrase]');
  const send = async () => {
    clearTimeout(waits);
    waits = 0;
    say('sending');
    let answer;
    try {
      // A photo takes a slow net minutes: who gives up before that and begins anew never gets there.
      answer = await fetch(place, { method: 'POST', body: new FormData(form), signal: AbortSignal.timeout?.(form.elements.photo.value ? 6e5 : 6e4) });
    } catch {
      // Nothing to do but to try again.
    }
    // What stands between answers so while the portal itself is away for a moment.
    if (!answer || /50[234]/.test(answer.status)) {
      say('waiting');
      waits = setTimeout(send, pause);
      pause = Math.min(pause * 2, 3e4);
      return;
    }
    pause = 1000;
    if (answer.ok && new URL(answer.url).pathname !== place) {
      location.assign(answer.url);
    } else if (answer.ok && wasFilled()) {
      location.assign(place);
    } else if (!answer.ok) {
      // Its page says what is wrong, with what was typed in it.
      unlock();
      form.submit();
    } else {
      const page = await read(answer);
      form.reset();
      box.value = box.defaultValue = '';
      unlock();
      ['id', 'photo-next'].forEach((name) => { form.elements[name].value = page.querySelector(`#reply [name=${name}]`).value; });
      take(page);
      say('sent');
      box.focus();
    }
  };
  addEventListener('online', () => { if (waits) send(); });
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter.value !== 'send') return;
    event.preventDefault();
    event.stopPropagation();
    if (box.readOnly) return;
    box.readOnly = true;
    send();
  });
})();
