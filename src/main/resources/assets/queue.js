'use strict';
// Hours that the portal does not have yet, on this phone: locked with a key that only the session of whose they are gives, so
// that whoever else opens this phone can neither read nor send them. The page and the worker beside it use the same.
const queue = (() => {
  const opened = () => new Promise((done, failed) => {
    const asked = indexedDB.open('unsent', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('entries', { keyPath: 'id' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

  // Done only when it is on the disk, and not when it was merely asked.
  const store = async (mode, act) => {
    const base = await opened();
    try {
      return await new Promise((done, failed) => {
        const work = base.transaction('entries', mode, { durability: 'strict' });
        const asked = act(work.objectStore('entries'));
        work.oncomplete = () => done(asked.result);
        work.onabort = () => failed(work.error || asked.error);
      });
    } finally {
      base.close();
    }
  };

  // Other tabs show what this one, or the worker, made of it.
  const told = new BroadcastChannel('unsent');
  const tell = () => told.postMessage('');

  const all = async () => (await store('readonly', (entries) => entries.getAll())).sort((one, other) => one.at - other.at);
  const find = (id) => store('readonly', (entries) => entries.get(id));
  const put = async (entry) => {
    await store('readwrite', (entries) => entries.put(entry));
    tell();
  };
  // Whether it was still there as it was filled in then: what was written in its place meanwhile, or thrown away, stays so.
  const ifStill = async ({ id, at }, act) => {
    const there = await store('readwrite', (entries) => {
      const asked = entries.get(id);
      asked.onsuccess = () => { if (asked.result?.at === at) act(entries, asked.result); };
      return asked;
    });
    const still = there?.at === at;
    if (still) tell();
    return still;
  };
  // Not when it is being sent by now.
  const remove = (entry) => ifStill(entry, (entries, { state }) => { if (state === entry.state) entries.delete(entry.id); });

  const imported = (key) => crypto.subtle.importKey('raw', Uint8Array.from(atob(key), (each) => each.charCodeAt(0)), 'AES-GCM',
    false, ['encrypt', 'decrypt']);
  const lock = async (key, bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported(key), bytes) };
  };
  const unlock = async (key, { iv, bytes }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await imported(key), bytes);
  const lockText = (key, text) => lock(key, new TextEncoder().encode(JSON.stringify(text)));
  const unlockText = async (key, text) => JSON.parse(new TextDecoder().decode(await unlock(key, text)));

  // Everything that fails for want of a network, or that takes too long, is the same: nobody answered.
  const ask = async (address, options, seconds) => {
    try {
      return await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(seconds * 1000), ...options });
    } catch (away) {
      return { status: 599 };
    }
  };
  const outcome = (answer) => (answer.status >= 500 || answer.status === 429 ? 'away' : 'ended');

  // Who is signed in now, with a token for forms and the key to what is theirs.
  const sender = async () => {
    const answer = await ask('/unsent/sender', {}, 20);
    return answer.ok ? answer.json() : { outcome: outcome(answer) };
  };

  const photoOf = async (entry, file, key) => new File([await unlock(key, entry.photo)], file.name, { type: file.type });

  const body = async (entry, written, { key, token }) => {
    const fields = entry.photo ? new FormData() : new URLSearchParams();
    written.fields.forEach(([name, value]) => fields.append(name, value));
    fields.append('csrf-token', token);
    if (entry.photo) fields.append(written.file.field, await photoOf(entry, written.file, key));
    return fields;
  };

  // Only a word that was meant for a script says anything; a page may be any.
  const said = (answer, ...statuses) => statuses.includes(answer.status)
    && answer.headers.get('Content-Type')?.startsWith('application/json');

  // What the answer makes of it: received, or back to who wrote it; otherwise it stays as it is and is tried again.
  const send = async (entry, who, keep) => {
    const written = await unlockText(who.key, entry.written);
    const content = await body(entry, written, who);
    if (!await keep({ ...entry, state: 'sent' })) return 'gone';
    // Who gives up a photo on a slow line before it is there, and begins anew, never gets there.
    const answer = await ask('/hours', {
      method: 'POST', body: content, headers: { Accept: 'application/json', 'Op-Koers-Person': entry.person },
    }, entry.photo ? 600 : 120);
    if (said(answer, 200, 201)) {
      await keep({ ...entry, state: 'received', since: Date.now(), photo: undefined });
      return 'received';
    }
    if (answer.status === 413 || said(answer, 400)) {
      const { mistakes = [], questions = [] } = answer.status === 400 ? await answer.json() : {};
      await keep({ ...entry, state: 'returned', written: await lockText(who.key, { ...written, mistakes: [...mistakes, ...questions] }) });
      return 'returned';
    }
    // A page instead: the municipality was never heard of, or the token was not taken. The next try may do better.
    if (answer.ok || answer.status === 400) return 'away';
    if (outcome(answer) === 'ended') await keep(entry);
    return outcome(answer);
  };

  // What this phone could not keep: it goes now, or it does not go.
  const sendUnkept = async (entry) => {
    const who = await sender();
    if (who.outcome) return who.outcome;
    return who.person === entry.person ? send(entry, who, async () => true) : 'ended';
  };

  // On a full phone it may stay what it was: sent again, it still counts once.
  const putIfItFits = (entry) => ifStill(entry, (entries) => entries.put(entry)).catch(() => true);

  const sendAll = async (whose) => {
    const who = await sender();
    if (who.outcome) return who.outcome;
    if (whose && who.person !== whose) return 'ended';
    // What takes a second does not wait for a photo.
    for (const { id } of (await all()).sort((one, other) => !!one.photo - !!other.photo)) {
      const entry = await find(id);
      if (entry?.person === who.person && /kept|sent/.test(entry.state)) {
        const last = await send(entry, who, putIfItFits);
        if (/away|ended/.test(last)) return last;
      }
    }
    return 'done';
  };

  // Two tabs, or a tab and the worker, do not send the same at once; if they did, it would still count once.
  const flush = (whose) => navigator.locks.request('unsent-sending', () => sendAll(whose));

  return { all, find, put, remove, lock, lockText, unlockText, photoOf, sender, sendUnkept, flush, told };
})();
