// Hours are kept on this phone before they are sent, and until the portal says that it has them. Without this script, or on a
// browser that cannot keep anything, the same form is simply sent.
(() => {
  const { person } = document.body.dataset;
  const panel = document.getElementById('unsent');
  const words = panel?.dataset;
  const status = panel?.querySelector('[role=status]');
  const part = (name) => document.querySelector('[data-part=' + name + ']');
  const forms = panel ? [...document.querySelectorAll('form[action="/hours"]')] : [];
  const NOTES = 'unsent';
  const MOST_TRIES = 5;
  const LARGEST_PHOTO = 10 * 1024 * 1024;
  const received = new Map();

  const tell = (what) => { if (panel) status.textContent = words[what] || ''; };

  // Beside the store stands a note of what is in it, so that a store that somebody emptied does not go unnoticed.
  const noted = () => JSON.parse(localStorage.getItem(NOTES)) || {};
  const note = (all) => {
    try {
      if (Object.keys(all).length) localStorage.setItem(NOTES, JSON.stringify(all));
      else localStorage.removeItem(NOTES);
    } catch (full) {
      // Only the note is missing then.
    }
  };
  const oneAtATime = (act) => navigator.locks.request('unsent-notes', act);
  const look = () => oneAtATime(async () => {
    const entries = await queue.all();
    const before = noted();
    const here = new Set(entries.map(({ id }) => id));
    const gone = Object.entries(before).filter(([id]) => !here.has(id));
    note(Object.fromEntries([...gone, ...entries.filter(({ state }) => state !== 'received').map(({ id, person: whose }) => [id, whose])]));
    return { mine: entries.filter((entry) => entry.person === person), lost: gone.filter(([, whose]) => whose === person).map(([id]) => id) };
  });
  const forget = (ids) => oneAtATime(() => note(Object.fromEntries(Object.entries(noted()).filter(([id]) => !ids.includes(id)))));

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const button = (text, act) => {
    const made = element('button', { type: 'button', className: 'quiet', textContent: text });
    made.addEventListener('click', () => act(made));
    return made;
  };

  // The portal's own page shows what is wrong, in the form as it was filled in.
  const correct = async (entry, written) => {
    const who = await queue.sender();
    if (who.person !== person) {
      tell(who.outcome === 'away' ? 'away' : 'ended');
      return;
    }
    const again = element('form', { method: 'post', action: '/hours', hidden: true });
    [...written.fields, ['csrf-token', who.token]].forEach(([name, value]) => again.append(element('input', { type: 'hidden', name, value })));
    if (entry.photo) {
      again.enctype = 'multipart/form-data';
      again.append(await chosen(entry, written));
    }
    document.body.append(again);
    sessionStorage.corrected = entry.id;
    HTMLFormElement.prototype.submit.call(again);
  };
  const chosen = async (entry, { file }) => {
    const files = new DataTransfer();
    files.items.add(await queue.photoOf(entry, file, words.key));
    return element('input', { type: 'file', name: file.field, files: files.files });
  };
  const drop = async (entry) => {
    await queue.remove(entry);
    const gone = !await queue.find(entry.id);
    if (gone) await forget([entry.id]);
    return gone;
  };
  // Where somebody else's wait as well, the browser is not asked to empty its store.
  const leaveOthers = async (event) => {
    const form = event.target;
    if (!form.action.includes('others') || !form.querySelector('[value=PHONE]')) return;
    event.preventDefault();
    for (const entry of (await look()).mine) await drop(entry);
    form.submit();
  };
  const throwAway = (entry) => async (pressed) => {
    if (!pressed.dataset.sure) {
      pressed.dataset.sure = 'asked';
      pressed.textContent = words.sure;
      return;
    }
    if (await drop(entry)) tell((await look()).mine.length ? '' : 'none');
    await show();
  };

  const item = async (entry) => {
    // What cannot be opened is shown to be there all the same.
    const written = await queue.unlockText(words.key, entry.written).catch(() => ({ about: [], lang: '' }));
    const about = element('p', { className: 'when', lang: written.lang });
    written.about.forEach((each, position) => about.append(position ? ' · ' : '', element('bdi', { textContent: each })));
    const made = element('li', { className: 'card' }, about, element('p', { textContent: words[entry.state] }));
    if (entry.state === 'returned') {
      const mistakes = written.mistakes?.length ? written.mistakes : [words.large];
      made.append(element('ul', {}, ...mistakes.map((text) => element('li', { textContent: text }))));
      made.append(button(words.correct, () => correct(entry, written)), ' ');
    }
    if (entry.state === 'returned' || entry.state === 'kept') made.append(button(words.remove, throwAway(entry)));
    return made;
  };

  const show = async () => {
    const { mine, lost } = await look();
    if (!panel) return;
    const arrivals = mine.filter(({ id, state }) => state === 'received' && !received.has(id));
    // What this page lists is of before. Once for each: a phone sets its clocks, and by them that could be so for ever.
    const late = arrivals.find(({ id, since }) => since > performance.timeOrigin && !sessionStorage[id]);
    if (late && location.pathname === '/hours' && !forms.some(asks)) {
      sessionStorage[late.id] = 1;
      location.replace('/hours');
      return;
    }
    mine.forEach((entry) => (entry.state === 'received' ? received.set(entry.id, entry) : received.delete(entry.id)));
    if (!lost.length && [words.kept, words.sent].includes(status.textContent) && !mine.some(({ state }) => /kept|sent/.test(state))) {
      tell(mine.some(({ state }) => state === 'returned') ? 'returned' : 'received');
    }
    // What came back into a form of this page is not shown twice.
    const typed = forms.map((form) => form.elements.id.value);
    const waiting = mine.filter(({ id, state }) => state !== 'received' && !(state === 'returned' && typed.includes(id)));
    const items = await Promise.all([...received.values(), ...waiting].map(item));
    part('list').replaceChildren(...items);
    part('entries').hidden = !items.length;
    part('lost').hidden = !lost.length;
    part('lost').dataset.ids = lost.join(' ');
    // Said once is enough; but on the page of the form nobody may be left to read it.
    if (!forms.some(asks)) await Promise.all([...received.values()].map(queue.remove));
    if (location.pathname === '/unsent' && !items.length && !lost.length) tell('none');
  };

  let later;
  let tries = 0;
  // A phone may think that it has a network, and have none. Not for ever: asking keeps the session alive, of which the person
  // may think that it has ended.
  const tryLater = (outcome) => {
    if (outcome !== 'away' || tries === MOST_TRIES) return;
    tries += 1;
    later = setTimeout(flush, 8000 * 2 ** tries);
  };
  const flush = async () => {
    clearTimeout(later);
    if (!(await look()).mine.some(({ state }) => /kept|sent/.test(state))) return;
    const outcome = await queue.flush(person);
    if (panel) part('sign-in').hidden = outcome !== 'ended';
    if (outcome === 'ended') tell('ended');
    tryLater(outcome);
    await show();
  };
  const begin = () => {
    tries = 0;
    return flush();
  };

  // The others only say once more what was said before.
  const asks = (form) => form.querySelector('input:not([type=hidden])');
  const checked = (form, name) => form.querySelector('[name="' + name + '"]:checked');
  const value = (form, name) => new FormData(form).get(name) || '';
  const label = (input) => input?.labels[0]?.textContent.trim().replace(/\s+/g, ' ') || '';
  const length = (form) => {
    const chosenLength = value(form, 'length');
    if (chosenLength === 'times') return value(form, 'from') + '–' + value(form, 'until');
    return chosenLength === 'other' ? value(form, 'hours') + ':' + value(form, 'minutes').padStart(2, '0') : label(checked(form, 'length'));
  };
  // By which its writer knows it again: what, when and for how long.
  const about = (form) => {
    if (!asks(form)) return [form.querySelector('p').textContent.trim(), value(form, 'when').split('-').reverse().join('-')];
    const day = /^\d/.test(value(form, 'when')) ? value(form, 'when') : value(form, 'date');
    return [label(checked(form, 'activity')), day.split('-').reverse().join('-'), length(form)].filter((each) => each);
  };

  const written = (form, submitter) => {
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    const [field, photo] = [...data].find(([, each]) => each instanceof File && each.size) || [];
    return {
      photo,
      text: {
        fields: [...data].filter(([name, each]) => typeof each === 'string' && name !== 'csrf-token'),
        file: photo && { field, name: photo.name, type: photo.type },
        about: about(form),
        lang: document.documentElement.lang,
      },
    };
  };

  const keep = async (entry) => {
    try {
      await queue.put(entry);
      await look();
      return true;
    } catch (full) {
      return false;
    }
  };

  // The ids of an entry that is begun are made here: a page that this phone has kept begins many.
  const renew = (form) => ['id', 'photo-next'].map((name) => form.elements[name]).filter((field) => field)
    .forEach((field) => { field.value = crypto.randomUUID(); });
  // Not a form that came back with something wrong, or that was kept when the session ended.
  const begins = (form) => !asks(form) || location.pathname === '/hours/new' && !new URLSearchParams(location.search).has('kept');
  // A page that this phone has kept may be of another day.
  const dayOf = (daysAgo) => {
    const day = new Date();
    day.setDate(day.getDate() - daysAgo);
    return new Date(day - day.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  };
  const today = (form) => {
    form.querySelectorAll('[name=when]:not([value=other])').forEach((day, daysAgo) => {
      if (day.value === dayOf(daysAgo)) return;
      day.value = dayOf(daysAgo);
      const shown = day.labels?.[0].querySelector('small');
      if (shown) shown.textContent = dayOf(daysAgo).split('-').reverse().join('-');
    });
    // Of the days since, a phone lets nobody choose one that is beyond this.
    if (form.elements.date) form.elements.date.max = dayOf(0);
  };

  // The form is there for the next entry as soon as this one is kept: on a slow network answers take long. One that was about
  // this entry alone has done its work: filled in once more, it would take the place of what was just kept, or count beside it.
  const clear = (form) => {
    form.reset();
    if (begins(form)) renew(form);
    else form.hidden = true;
    form.dataset.busy = '';
    form.dataset.kept = 'yes';
  };
  const isTyped = (form) => form.dataset.typed === 'yes';

  // The phone is full: what can be sent is sent now; else it is kept without its photo, or said not to be kept at all.
  const sendUnkept = async (form, entry, text) => {
    const outcome = await queue.sendUnkept(entry);
    if (outcome === 'received') return location.assign('/hours?saved=' + entry.id);
    if (outcome === 'returned') return correct(entry, text);
    if (!entry.photo || !await keep({ ...entry, photo: undefined })) return tell('full');
    clear(form);
    await show();
    return tell('photo');
  };

  const send = async (form, submitter) => {
    const { photo, text } = written(form, submitter);
    if (photo?.size > LARGEST_PHOTO) return tell('large');
    const entry = {
      id: form.elements.id.value, person, at: Date.now(), state: 'kept',
      written: await queue.lockText(words.key, text), photo: photo && await queue.lock(words.key, await photo.arrayBuffer()),
    };
    if (!await keep(entry)) return sendUnkept(form, entry, text);
    clear(form);
    tell('kept');
    status.scrollIntoView({ block: 'center' });
    clearTimeout(later);
    tries = 0;
    const outcome = await queue.flush(person);
    tryLater(outcome);
    // Gone without having been received, by the note beside it: the store was emptied meanwhile, and the page says so.
    const now = await queue.find(entry.id) || { state: noted()[entry.id] ? '' : 'received' };
    // Whoever fills in the next one already is not taken away from it.
    if (!isTyped(form) && now.state === 'received') return location.assign('/hours?saved=' + entry.id);
    if (!isTyped(form) && now.state === 'returned') return correct(now, text);
    await show();
    part('sign-in').hidden = outcome !== 'ended';
    tell(outcome === 'ended' ? 'ended' : now.state);
    return whenThereIsANetwork();
  };
  const whenThereIsANetwork = async () => {
    navigator.storage?.persist?.();
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.sync?.register('unsent').catch(() => {});
  };

  const submit = async (event) => {
    const form = event.currentTarget;
    event.preventDefault();
    // Tapped again without anything that was filled in between, it is the same that was meant.
    if (form.dataset.busy || form.dataset.kept && !isTyped(form)) return;
    form.dataset.busy = 'yes';
    form.dataset.typed = form.dataset.kept = '';
    try {
      await send(form, event.submitter);
    } finally {
      form.dataset.busy = '';
    }
    if (status.textContent) status.scrollIntoView({ block: 'center' });
  };

  const start = async () => {
    // What came back, and was sent from the portal's own form, has arrived: by the next page, and no later one.
    const { corrected } = sessionStorage;
    delete sessionStorage.corrected;
    const back = corrected && location.search === '?saved=' + corrected && await queue.find(corrected);
    if (back && back.state === 'returned') await drop(back);
    await show();
    forms.forEach((form) => {
      if (begins(form)) renew(form);
      if (!document.getElementById('from').hidden) today(form);
      form.addEventListener('submit', submit);
      form.addEventListener('input', () => { form.dataset.typed = 'yes'; });
    });
    if (part('how')) part('how').hidden = false;
    if (panel) {
      part('lost').querySelector('button').addEventListener('click', async () => {
        await forget(part('lost').dataset.ids.split(' '));
        await show();
      });
    }
    document.querySelector('[action="/my-data/forget/now"]')?.addEventListener('submit', leaveOthers);
    queue.told.addEventListener('message', show);
    addEventListener('online', begin);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) begin(); });
    await begin();
  };
  if (person && window.crypto?.subtle && window.AbortSignal?.timeout) start().catch(() => {});
})();
