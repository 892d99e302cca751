// @ts-check
// The page as a whole.

import { LitElement, html, nothing } from 'lit';
import * as api from '../api.js';
import { follow, leave } from '../answers.js';
import { survivalChart } from '../charts/survival.js';
import { download } from '../charts/export.js';
import { address, besideSeen, onChange, openFromCatalog, openNamed, refuse, restore, resume, save, settled, undo, write } from '../draft.js';
import { change, known, listen, proposalOf, state, swapped } from '../state.js';
import { words } from '../words.js';
import { assumptionsPart } from './assumptions.js';
import { choosePart, pick, take } from './choose.js';
import './editor.js';
import { painted } from './figure.js';
import { literaturePart } from './literature.js';
import { panelPart } from './panel.js';
import { proposalsPart } from './proposals.js';
import { repairsPart } from './repairs.js';
import { print } from './report.js';
import { stripPart, verdictPart } from './verdict.js';
import { comparePart, whyPart } from './why.js';

const FIRST = 'ukraine/1994-budapest';
const RETRY = 1500;
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

class Workbench extends LitElement {
  static properties = { over: { state: true } };

  constructor() {
    super();
    this.over = false;
    this.stopListening = () => {};
    /** Version last painted. */
    this.paintedVersion = -1;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = listen(() => this.requestUpdate());
    onChange(follow);
    api.onReachable((reachable) => void this.reached(reachable));
    painted.addEventListener('painted', (event) => this.measure(/** @type {CustomEvent} */ (event).detail));
    addEventListener('dragover', (event) => { event.preventDefault(); this.over = true; });
    addEventListener('dragleave', (event) => { if (!event.relatedTarget) this.over = false; });
    addEventListener('drop', (event) => { event.preventDefault(); this.over = false; const file = event.dataTransfer?.files[0]; if (file) void take(file); });
    addEventListener('pagehide', leave);
    api.onToken(() => { address(); this.admitted(); });
    addEventListener('hashchange', () => void openNamed().catch(refuse)); // after a token was taken out of it
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.requestUpdate());
    void this.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  async start() {
    try {
      if (state.loaded) resume();
      else if (!(await restore())) await openFromCatalog(FIRST);
      if (state.catalog.length) return;
      const [catalog, literature] = await Promise.all([api.get('catalog'), api.get('literature')]);
      change({ catalog, literature });
    } catch (problem) {
      if (!refuse(problem)) throw problem;
    }
  }

  /** Goes on with a token that was just given. */
  admitted() {
    change({ token: null });
    void this.start();
    if (state.loaded) follow();
  }

  /** @param {boolean} reachable */
  async reached(reachable) {
    if (reachable === state.reachable) return;
    change({ reachable, spoken: reachable ? words.lost.back : words.lost.title });
    if (reachable) {
      if (state.loaded) resume();
      if (!state.loaded) void this.start();
      else follow();
      return;
    }
    while (!state.reachable) {
      await api.pause(RETRY);
      await api.ping();
    }
  }

  /** @param {string} name of the chart; measures from the last change to its repaint */
  measure(name) {
    const best = known(state.active);
    if (name !== 'survival' || !settled() || !best || best.stale || this.paintedVersion === state.version) return;
    this.paintedVersion = state.version;
    const last = performance.getEntriesByName('change').at(-1);
    if (!last) return;
    performance.clearMarks('change'); // those of the next change may come before the frame
    requestAnimationFrame(() => performance.measure('change-to-repaint', { start: last.startTime }));
  }

  updated() {
    document.title = words.page.title(state.scenario?.title ?? (state.name || words.page.name));
    for (const [id, open] of /** @type {[string, boolean][]} */ ([['panel', state.panel !== null], ['choose', state.choosing]])) {
      const dialog = /** @type {HTMLDialogElement|null} */ (document.getElementById(id));
      if (dialog && open && !dialog.open) dialog.showModal();
      if (dialog && !open && dialog.open) dialog.close();
    }
  }

  render() {
    return html`
      ${state.loaded ? html`<a class="skip" href="#answer" @click=${(/** @type {Event} */ e) => { e.preventDefault(); document.getElementById('answer')?.focus(); }}>${words.page.skip}</a>` : nothing}
      ${this.head()}
      ${this.lost()}
      <main>${state.loaded ? html`${this.top()}${state.scenario ? html`${assumptionsPart()}${whyPart()}${comparePart()}${repairsPart()}` : nothing}${literaturePart()}` : state.token || state.refusal ? nothing : html`<p class="starting">${words.page.loading}</p>`}</main>
      ${stripPart()}
      ${panelPart()}${choosePart()}
      <div class="hidden" role="status" aria-live="polite">${state.spoken}</div>
      ${this.over ? html`<div class="drop">${words.page.drop}</div>` : nothing}
      <printed-report .report=${state.report} .version=${state.version}></printed-report>`;
  }

  head() {
    return html`<header class="bar">
      <span class="brand">${words.page.name}</span>
      <nav aria-label=${words.page.nav}><ul>${words.page.parts.map(([id, said]) => html`<li><a href=${`#${id}`} @click=${(/** @type {Event} */ e) => { e.preventDefault(); const part = document.getElementById(id); part?.scrollIntoView(); part?.focus({ preventScroll: true }); }}>${said}</a></li>`)}</ul></nav>
      <div class="actions">
        <button type="button" @click=${() => change({ choosing: true })}>${words.page.choose}</button>
        <button type="button" @click=${pick}>${words.page.openFile}</button>
        <button type="button" aria-label=${words.page.undoLong} ?disabled=${!state.undoable} @click=${() => void undo().catch(refuse)}>${words.page.undo}</button>
        <button type="button" aria-label=${words.page.downloadLong} ?disabled=${!state.text} @click=${() => download(new Blob([state.text], { type: 'application/yaml' }), state.name)}>${words.page.download}</button>
        <button type="button" aria-label=${words.page.printLong} ?disabled=${!state.report} @click=${print}>${words.page.print}</button>
      </div></header>`;
  }

  /** Where a token can be given by hand. */
  token() {
    const given = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const value = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('token')).trim();
      if (!value) return;
      api.setToken(value);
      this.admitted();
    };
    const title = state.loaded ? html`<b id="token-title">${words.token.title}.</b>` : html`<h1 id="token-title">${words.token.title}</h1>`;
    return html`<form class="banner" aria-labelledby="token-title" @submit=${given}>${title}<p>${state.token === 'wrong' ? html`<b role="alert">${words.token.wrong}</b> ` : nothing}<span id="token-deck">${words.token.deck}</span></p>
      <div class="field"><label for="token">${words.token.label}</label><input id="token" name="token" type="password" autocomplete="off" required aria-describedby="token-deck"></div><button type="submit">${words.token.go}</button></form>`;
  }

  lost() {
    return html`${state.token ? this.token() : nothing}
      ${state.unsaved ? html`<div class="banner" role="alert"><p><b>${words.refusal.unsavedTitle}</b> ${state.unsaved.what} ${words.refusal.unsaved}</p></div>` : nothing}
      ${state.beside ? this.beside(state.beside) : nothing}
      ${state.reachable ? nothing : html`<div class="banner" role="alert"><p><b>${words.lost.title}</b> ${api.hasToken() ? words.lost.textToken : words.lost.text}</p><button type="button" @click=${() => void api.ping()}>${words.lost.again}</button></div>`}
      ${state.refusal ? html`<div class="banner" role="alert"><p><b>${state.refusal.what}</b> ${state.refusal.try}</p><button type="button" @click=${() => change({ refusal: null })}>${words.refusal.close}</button></div>` : nothing}`;
  }

  /** @param {string} id of the draft that was changed elsewhere */
  beside(id) {
    const other = `#draft=${id}`;
    return html`<div class="banner beside-other" role="alert"><p><b>${words.beside.title}</b> ${words.beside.text} <a href=${other}>${location.origin}${location.pathname}${other}</a>.</p><button type="button" @click=${besideSeen}>${words.refusal.close}</button></div>`;
  }

  top() {
    const s = state.scenario;
    return html`<div class="title">
        <p class="kicker">${s ? words.page.kicker(s.start, s.parties.map((/** @type {any} */ p) => p.name)) : state.name}</p>
        <h1>${s?.title ?? words.page.untitled}</h1>
        ${swapped() ? html`<p><b>${words.verdict.swapped}</b></p>` : nothing}
        ${s?.summary ? html`<p class="summary">${s.summary}</p>` : nothing}
      </div>
      ${verdictPart()}
      <div class="work-area" data-count=${state.shown.length}>
        <div class="survival">${s ? this.survival() : nothing}</div>
        <div class="draft">${this.draft()}</div>
      </div>
      <p class="soft small local">${LOOPBACK.test(location.hostname) ? words.page.local : words.page.remote(location.host)}</p>`;
  }

  survival() {
    const best = known(state.active);
    const refused = proposalOf(state.active)?.refused;
    const choices = refused && state.shown.length === 1 ? ['all', 'clash'] : ['all', 'breach', 'clash', 'exit'];
    return html`<fieldset class="levels clocks"><legend class="hidden">${words.clock.label}</legend><div>${choices.map((clock) => html`<label class="chip"><input type="radio" name="clock" .checked=${state.clock === clock} @change=${() => { change({ clock: /** @type {any} */ (clock) }); save(); }}><span>${words.clock[/** @type {'all'} */ (clock)]}</span></label>`)}</div></fieldset>
      <chart-figure name="survival" level="2" .heading=${words.survival.title} .why=${words.survival.why} .equation=${words.survival.equation} .equationWords=${words.survival.equationWords} .chart=${survivalChart()} .stale=${best?.stale ?? false} .waiting=${words.verdict.waiting}></chart-figure>`;
  }

  draft() {
    const tab = (/** @type {'clauses'|'text'} */ view, /** @type {string} */ said) => html`<label class="chip"><input type="radio" name="view" .checked=${state.view === view} @change=${() => { change({ view }); save(); }}><span>${said}</span></label>`;
    return html`<div class="section-head"><h2>${words.draft.title}</h2>
        <fieldset class="levels"><legend class="hidden">${words.draft.how}</legend><div>${tab('clauses', words.draft.clauses)}${tab('text', words.draft.text)}</div></fieldset></div>
      ${state.view === 'text' ? this.text() : state.scenario ? proposalsPart() : nothing}
      ${state.view === 'clauses' && (state.problems.length || state.notes.length) ? this.problems() : nothing}`;
  }

  text() {
    return html`<p class="soft small" id="editor-keys">${words.text.keys}</p>
      <text-editor .text=${state.text} .problems=${[...state.problems, ...state.notes]} @wrote=${(/** @type {CustomEvent} */ e) => void write(e.detail).catch(refuse)}></text-editor>
      ${this.problems()}`;
  }

  problems() {
    const all = [...state.problems, ...state.notes];
    if (!all.length) return html`<p class="soft small">${words.text.none}</p>`;
    const go = (/** @type {any} */ p) => { change({ view: 'text' }); void this.updateComplete.then(() => /** @type {any} */ (this.querySelector('text-editor'))?.goTo(p.line, p.column)); };
    return html`<h3>${state.problems.length ? words.text.problems(all.length) : words.text.leftOut}</h3><ul class="problems">${all.map((p) => html`<li>
      <button type="button" class="link" @click=${() => go(p)}>${words.text.at(p.line, p.column)}</button> ${p.what} <span class="soft">${p.try}</span></li>`)}</ul>`;
  }
}

customElements.define('servanda-workbench', Workbench);

