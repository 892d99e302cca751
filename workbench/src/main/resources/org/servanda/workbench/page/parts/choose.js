// @ts-check
// The catalogue, and files of one's own.

import { html, nothing } from 'lit';
import { open, openFromCatalog, refuse } from '../draft.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

const LONGEST = 1 << 20;
let wanted = '';

export function choosePart() {
  const close = () => { /** @type {any} */ (document.getElementById('choose')).close(); };
  const found = state.catalog.filter((a) => `${a.title} ${a.summary ?? ''} ${a.parties.join(' ')} ${a.start}`.toLowerCase().includes(wanted));
  return html`<dialog id="choose" aria-labelledby="choose-title" @close=${() => change({ choosing: false })}>
    ${state.choosing ? html`<div class="panel-head"><h2 id="choose-title">${words.choose.title}</h2><button type="button" class="quiet" @click=${close}>${words.choose.close}</button></div>
    <p class="soft">${words.choose.deck}</p>
    <p>${words.choose.own} <button type="button" class="link" @click=${pick}>${words.choose.ownButton}</button>.</p>
    <div class="field"><label for="find-accord">${words.choose.filter}</label><input id="find-accord" type="search" .value=${wanted} @input=${(/** @type {any} */ e) => { wanted = e.target.value.toLowerCase(); change(); }}></div>
    ${found.length ? html`<ul class="catalog">${found.map(entry)}</ul>` : html`<p>${words.choose.none}</p>`}` : nothing}
  </dialog>`;
}

/** @param {any} a */
function entry(a) {
  return html`<li><button type="button" @click=${() => void openFromCatalog(a.id).catch(refuse)}>
    <b>${a.title}</b> <span class="soft">${words.choose.from(a.start)} · ${a.parties.join(', ')}</span></button></li>`;
}

/** Asks for a file with the browser's own dialog. */
export function pick() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.yaml,.yml,text/yaml,application/yaml';
  input.addEventListener('change', () => { if (input.files?.[0]) void take(input.files[0]); });
  input.click();
}

/** @param {File} file opens it, or says why not */
export async function take(file) {
  if (file.size > LONGEST) {
    change({ refusal: { what: words.choose.tooLong(file.name), try: words.choose.notTextTry }, choosing: false });
    return;
  }
  const text = await file.text();
  if (text.includes('\u0000') || text.includes('\ufffd')) {
    change({ refusal: { what: words.choose.notText, try: words.choose.notTextTry }, choosing: false });
    return;
  }
  await open(file.name, text).catch(refuse);
}
