// @ts-check
// What the answer rests on: the numbers that matter most as sliders, rival schools as a switch,
// the roles swapped, and the list of all.

import { html, nothing } from 'lit';
import { quantity, range } from '../numbers.js';
import { edit } from '../draft.js';
import { change, drivers, estimateWords, state, swapped } from '../state.js';
import { words } from '../words.js';
import { dialPart } from './dial.js';

/** Shown first, until a study or single moves say what matters here. */
const FIRST = ['balance.now', 'balance.drift', 'guarantor.reliability', 'war.cost', 'greed.expansionist', 'precision'];
const MOST = 8;

/** @returns {any[]} the estimates that move the answer most, as far as is known */
function important() {
  const all = state.scenario.estimates.filter((/** @type {any} */ e) => e.high > e.low);
  const swings = [...(state.answers.get(state.active)?.json.sensitivity ?? [])]
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .map((s) => s.key);
  const rank = [...drivers().map((d) => d.estimate), ...swings];
  const keys = [...new Set([...FIRST.slice(0, 4), ...rank, ...FIRST])];
  return keys.map((key) => all.find((/** @type {any} */ e) => e.key === key || e.key.startsWith(`${key}.`))).filter((e, i, list) => e && list.indexOf(e) === i).slice(0, MOST);
}

let wanted = '';

export function assumptionsPart() {
  if (!state.scenario) return nothing;
  const rivals = state.scenario.rivals.filter((/** @type {any} */ r) => r.sets.length > 1);
  return html`<section id="assumptions" tabindex="-1" aria-labelledby="assumptions-title">
    <div class="section-head"><h2 id="assumptions-title">${words.assumptions.title}</h2>
      <button type="button" class="swap" aria-pressed=${swapped()} aria-describedby="swap-why" @click=${() => edit([{ do: 'swapRoles' }])}>⇄ ${words.assumptions.swap}</button></div>
    <p class="deck">${words.assumptions.deck}</p>
    <p class="soft small" id="swap-why">${swapped() ? html`<b>${words.verdict.swapped}</b> ` : nothing}${words.assumptions.swapLong}</p>
    <div class="dials">${important().map((e) => estimateDial(e))}</div>
    ${rivals.length ? html`<h3 class="rivals-title">${words.assumptions.rivals}</h3><p class="soft small">${words.assumptions.rivalsDeck}</p>
      <div class="rivals">${rivals.map(rival)}</div>` : nothing}
    ${table()}
  </section>`;
}

/** @param {any} e an estimate of the reading @param {string} [place] */
export function estimateDial(e, place = '') {
  const mark = `estimate/${e.key}`;
  return dialPart({
    mark, place, label: estimateWords(e), low: e.low, mode: e.mode, high: e.high, unit: e.unit, source: e.source?.key ?? null,
    set: (value) => edit([{ do: 'setEstimate', key: e.key, value }], mark),
    open: () => change({ panel: { kind: 'estimate', key: e.key } }),
  });
}

/** @param {any} r */
function rival(r) {
  const choose = (/** @type {string|null} */ set) => { performance.mark('change'); edit([{ do: 'chooseRivals', key: r.key, set }]); };
  const chosen = r.sets.find((/** @type {any} */ s) => s.name === r.chosen);
  const own = state.scenario.estimates.find((/** @type {any} */ e) => e.key === r.key)?.written && !r.chosen;
  return html`<fieldset class="levels"><legend>${estimateWords(r)}</legend><div>
    ${r.sets.map((/** @type {any} */ s) => html`<label class="chip"><input type="radio" name=${`rival-${r.key}`} .checked=${r.chosen === s.name} @change=${() => choose(s.name)}>
      <span>${words.assumptions.school(s.name)} <b>${quantity(s.mode, s.unit)}</b></span></label>`)}
    <label class="chip"><input type="radio" name=${`rival-${r.key}`} .checked=${!r.chosen} @change=${() => choose(null)}><span>${own ? words.assumptions.own : words.dial.standing}</span></label>
  </div>${chosen ? html`<p class="dial-foot">${chosen.words}</p>` : nothing}</fieldset>`;
}

function table() {
  const found = state.scenario.estimates.filter((/** @type {any} */ e) => `${e.key} ${e.words} ${e.source?.key ?? ''} ${e.party ?? ''}`.toLowerCase().includes(wanted));
  const c = words.assumptions.columns;
  return html`<details class="all"><summary>${words.assumptions.all(state.scenario.estimates.length)}</summary>
    <div class="field"><label for="find-estimate">${words.assumptions.find}</label>
      <input id="find-estimate" type="search" .value=${wanted} @input=${(/** @type {any} */ event) => { wanted = event.target.value.toLowerCase(); change(); }}></div>
    ${found.length ? html`<div class="scroll" role="region" tabindex="0" aria-label=${words.assumptions.all(state.scenario.estimates.length)}><table class="many">
      <thead><tr><th scope="col">${c.what}</th><th scope="col" class="n">${c.value}</th><th scope="col" class="n">${c.range}</th><th scope="col">${c.source}</th><th scope="col">${c.confidence}</th></tr></thead>
      <tbody>${found.map((/** @type {any} */ e) => html`<tr><th scope="row">${estimateWords(e)}</th>
        <td class="n" data-label=${c.value}><button type="button" class="num small" aria-label=${`${estimateWords(e)}: ${quantity(e.mode, e.unit)}. ${words.dial.open}`} @click=${() => change({ panel: { kind: 'estimate', key: e.key } })}>${quantity(e.mode, e.unit)}</button></td>
        <td class="n" data-label=${c.range}>${e.high > e.low ? range(e.low, e.high, e.unit) : words.assumptions.fixed}</td>
        <td data-label=${c.source}>${e.source?.key ?? ''}</td><td data-label=${c.confidence}>${words.assumptions.confidence[e.confidence] ?? e.confidence}</td></tr>`)}</tbody>
    </table></div>` : html`<p>${words.assumptions.none}</p>`}
  </details>`;
}
