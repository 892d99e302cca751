// @ts-check
// What is behind a number: how it is computed, and the assumptions it rests on.

import { html, nothing } from 'lit';
import { quantity, range, stakes, percent } from '../numbers.js';
import { change, drivers, estimateOf, estimateWords, known, nameOf, at, state } from '../state.js';
import { words } from '../words.js';
import { estimateDial } from './assumptions.js';

/** @type {any[]} */
let trail = [];

/** @param {any} next */
function go(next) {
  trail.push(state.panel);
  change({ panel: next });
}

/** Opened through <dialog>, which keeps the focus inside and gives it back. */
export function panelPart() {
  const panel = state.panel;
  if (!panel) return html`<dialog id="panel" aria-labelledby="panel-title"></dialog>`;
  const close = () => { /** @type {any} */ (document.getElementById('panel')).close(); };
  return html`<dialog id="panel" aria-labelledby="panel-title" @close=${() => { trail = []; change({ panel: null }); }}>
    <div class="panel-head"><h2 id="panel-title">${title(panel)}</h2>
      <div>${trail.length ? html`<button type="button" class="quiet" @click=${() => change({ panel: trail.pop() })}>${words.panel.back}</button>` : nothing}
      <button type="button" class="quiet" @click=${close}>${words.panel.close}</button></div></div>
    ${body(panel)}
  </dialog>`;
}

/** @param {any} panel @returns {string} */
function title(panel) {
  if (panel.kind === 'estimate') {
    const e = estimateOf(panel.key);
    return e ? estimateWords(e) : panel.key;
  }
  if (panel.kind === 'term') return panel.label;
  if (panel.kind === 'cell') return panel.title;
  if (panel.kind === 'value') return `${words.compared.worth(nameOf(panel.party))}: ${words.proposal(panel.proposal)}`;
  return `${words.proposal(panel.proposal)}: ${words.draft.lastYears(panel.clock, panel.years)}`;
}

/** @param {any} panel */
function body(panel) {
  if (panel.kind === 'estimate') return estimate(estimateOf(panel.key));
  if (panel.kind === 'term') return term(panel);
  return number(panel);
}

/** @param {any} e */
function estimate(e) {
  if (!e) return nothing;
  return html`${e.high > e.low ? html`<div class="panel-dial">${estimateDial(e, 'panel-')}</div>` : nothing}
    ${facts(e, [[words.panel.key, html`<code>${e.key}</code>`], [words.panel.where, e.written ? words.panel.written : words.panel.standing]])}
    <h3>${words.panel.moves}</h3>${moves(e.key)}`;
}

/** @param {any} panel */
function term(panel) {
  const t = panel.term;
  return html`<p class="soft">${panel.clause}</p>${facts({ ...t.value, unit: t.unit, source: t.source, confidence: t.confidence },
    [[words.panel.where, t.written ? words.panel.written : words.draft.notWritten]])}`;
}

/** @param {any} e @param {[string, any][]} more */
function facts(e, more) {
  /** @type {[string, any][]} */
  const rows = [
    [words.panel.value, quantity(e.mode, e.unit)],
    [words.panel.range, e.high > e.low ? range(e.low, e.high, e.unit) : words.assumptions.fixed],
    [words.panel.unit, words.panel.unitOf[e.unit] ?? e.unit],
    [words.panel.source, e.source ? html`${e.source.citation} <code>${e.source.key}</code>` : words.dial.source(null)],
    [words.panel.confidence, words.assumptions.confidence[e.confidence] ?? e.confidence ?? ''],
    ...more,
  ];
  return html`<dl class="facts">${rows.map(([what, said]) => html`<div><dt>${what}</dt><dd>${said}</dd></div>`)}</dl>`;
}

/** @param {string} key */
function moves(key) {
  const swing = state.answers.get(state.active)?.json.sensitivity.find((/** @type {any} */ s) => s.key === key);
  const all = state.bands?.json?.drivers ?? [];
  const driver = all.find((/** @type {any} */ d) => d.estimate === key);
  if (!swing && !driver) return html`<p>${words.panel.movesNone}</p>`;
  return html`${swing ? html`<p>${words.panel.moved(swing.low, swing.high, words.draft.lastYears(swing.clock, swing.years))}</p>` : nothing}
    ${driver ? html`<p>${driver.told ? words.panel.driven(driver) : words.panel.untold}</p>` : nothing}`;
}

/** @param {any} panel */
function number(panel) {
  const best = known(panel.proposal);
  const isValue = panel.kind === 'value';
  const isCell = panel.kind === 'cell';
  const shown = isCell ? panel.shown : !best ? '' : isValue ? `${stakes(best.values.find((v) => v.party === panel.party)?.value ?? 0)} (${words.panel.unitOf.stake})` : percent(at(best.survival[/** @type {'clash'} */ (panel.clock)] ?? [], panel.years));
  const part = isCell ? panel : isValue ? words.compared : words.survival;
  const told = drivers().map((d) => d.estimate);
  const swings = [...(state.answers.get(panel.proposal)?.json.sensitivity ?? [])].sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low)).map((s) => s.key);
  const ranked = [...new Set([...told, ...swings])].slice(0, 8);
  const list = ranked.length ? ranked : state.scenario.estimates.filter((/** @type {any} */ e) => e.high > e.low).map((/** @type {any} */ e) => e.key);
  return html`<p class="panel-number">${shown}</p>
    <h3>${words.panel.measure}</h3><p>${part.why}</p><p class="equation"><span class="math">${part.equation}</span> <span class="soft">${part.equationWords}</span></p>
    <h3>${ranked.length ? words.panel.behind : words.panel.behindAll}</h3>
    <ul class="behind">${list.map((/** @type {string} */ key) => {
      const e = estimateOf(key);
      return e ? html`<li><button type="button" class="link" @click=${() => go({ kind: 'estimate', key })}>${estimateWords(e)}</button> <span class="soft">${quantity(e.mode, e.unit)}</span></li>` : nothing;
    })}</ul>`;
}
