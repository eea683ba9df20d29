// Nothing here is needed: it adds reading aloud, a warning before the session ends, and a faster way out.
(() => {
  'use strict';
  const page = document.documentElement;
  const body = document.body;

  // Read aloud: the button is there only where the device has a voice for the language of the page.
  const aloud = document.querySelector('.aloud');
  const voices = window.speechSynthesis;
  if (aloud && voices) {
    const voice = () => voices.getVoices().find((each) => each.lang.slice(0, 2).toLowerCase() === page.lang);
    const offer = () => { aloud.hidden = !voice(); };
    const start = aloud.textContent;
    const reset = () => { aloud.textContent = start; };
    offer();
    voices.addEventListener?.('voiceschanged', offer);
    aloud.addEventListener('click', () => {
      if (voices.speaking) {
        voices.cancel();
        reset();
        return;
      }
      // What nobody sees may not be so: that hours were lost, for one, stands on each page where it could be. And what is in
      // another language would be read with the wrong voice.
      const isSaid = (around) => around !== aloud && around.getClientRects().length && around.closest('[lang]').lang === page.lang;
      const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      let words = '';
      while (texts.nextNode()) words += isSaid(texts.currentNode.parentElement) ? texts.currentNode.data : '';
      const spoken = new SpeechSynthesisUtterance(words.replace(/\s+/g, ' '));
      spoken.voice = voice();
      spoken.lang = page.lang;
      spoken.onend = reset;
      voices.speak(spoken);
      aloud.textContent = aloud.dataset.stop;
    });
    addEventListener('pagehide', () => voices.cancel());
  }

  // Hours that the portal does not have yet are on this phone, each under the mark of whose it is.
  const unsent = () => {
    try {
      return Object.values(JSON.parse(localStorage.getItem('unsent')) || {});
    } catch {
      return [];
    }
  };
  const mine = () => unsent().includes(body.dataset.person);
  // Who goes takes everything away from this phone; but what is locked and waits for its owner stays.
  const all = () => {
    if (!unsent().length) return '?all=yes';
    window.caches?.delete('kept');
    return '';
  };
  document.querySelectorAll('[action="/sign-out"]').forEach((form) => form.addEventListener('submit', (event) => {
    // Whoever signs out is told first what waits; the page that tells it lets them go.
    if (location.pathname !== '/unsent' && mine()) {
      event.preventDefault();
      location.assign('/unsent');
    } else {
      form.action = '/sign-out' + all();
    }
  }));
  // Who takes away what is on this phone takes nothing that waits there for somebody else; what is theirs the other script drops.
  document.querySelector('[action="/my-data/forget/now"]')?.addEventListener('submit', ({ target }) => {
    if (!target.querySelector('[value=PHONE]') || unsent().every((whose) => whose === body.dataset.person)) return;
    target.action += '?others=yes';
    window.caches?.delete('kept');
  });
  const load = (address) => {
    const more = document.createElement('script');
    more.src = address;
    body.append(more);
  };
  // What only one page needs. From there nothing is sent that waits: both would be much for a phone, and the next page does.
  const needed = document.querySelectorAll('[data-script]');
  needed.forEach((part) => load(part.dataset.script));
  if (document.getElementById('unsent') || mine() && !needed.length) load(document.querySelector('[data-unsent]').dataset.unsent);

  // The session ends after a quiet time; two minutes before that the page asks whether one is still there.
  const idle = document.getElementById('idle');
  const seconds = Number(body.dataset.idleSeconds);
  if (idle && seconds) {
    const ended = '/session-ended?to=' + encodeURIComponent(location.pathname);
    let left = seconds;
    let last;
    let warned;
    let asked;
    // A text that was begun stays on the screen: sent later, it is kept until its writer has signed in again.
    const typed = () => [...document.querySelectorAll('textarea, input')]
      .some((each) => each.value !== each.defaultValue || each.checked !== each.defaultChecked);
    const wait = () => {
      last = Date.now() + left * 1000;
      // Where staying helps no more, once is enough.
      warned = warned && left < 120;
      idle.close();
    };
    // While a phone sleeps its timers stand still: so the time itself is looked at.
    setInterval(() => {
      const rest = last - Date.now();
      if (rest < 0 && !typed()) {
        last = NaN;
        location.assign(ended + (mine() ? '&unsent=yes' : ''));
      } else if (rest < 120000 && !warned) {
        warned = true;
        idle.showModal();
      }
    }, 1000);
    // Whoever is busy in one tab has not left the others; and tabs that nobody looks at do not keep each other alive.
    const tabs = new BroadcastChannel('here');
    const me = body.dataset.person || body.dataset.staff;
    // Somebody else is signed in here by now: what is on this screen is not theirs to read, nor to send as their own.
    const makeWay = () => location.replace(ended);
    tabs.addEventListener('message', ({ data }) => (data === me ? wait() : makeWay()));
    const stay = (event) => {
      event.preventDefault();
      // Without a network nobody answers, and nothing could be done on the page as long as this lies over it.
      idle.close();
      fetch('/still-here', { redirect: 'manual', headers: me ? { 'Op-Koers-Person': me } : {} }).then((answer) => {
        if (answer.status === 412) makeWay();
        // Never beyond the longest that a session may last; nothing when it has ended.
        left = answer.headers.get('seconds');
        if (left) tabs.postMessage(me);
        wait();
      }, () => {});
    };
    // Whoever types is there, and is not asked whether they are.
    document.addEventListener('input', (event) => {
      if (asked > Date.now()) return;
      asked = Date.now() + 60000;
      stay(event);
    });
    idle.querySelector('button').addEventListener('click', stay);
    idle.addEventListener('cancel', stay);
    tabs.postMessage(me);
    wait();
  }

  // Leaving quickly takes the place of this page, so that 'back' does not lead here.
  const leave = document.querySelector('.leave');
  leave?.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace(leave.href + all());
  });

  // A page that the browser kept must not come back after signing out or leaving.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

  const away = document.getElementById('away');
  // A form is sent once, however often it is tapped.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    // Without a network the browser would show a page of its own, and what was typed would be on none.
    if (away && !navigator.onLine && !event.defaultPrevented && form.querySelector('textarea')) {
      event.preventDefault();
      form.append(away);
      away.className = 'wrong';
      away.hidden = false;
      away.scrollIntoView({ block: 'center' });
      return;
    }
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
    // Where the net failed it can be tried again; sent twice it counts once all the same.
    setTimeout(() => delete form.dataset.sent, 5000);
  });
})();
