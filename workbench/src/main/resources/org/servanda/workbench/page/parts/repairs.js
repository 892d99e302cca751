// @ts-check
// A target, and the smallest changes that reach it.

import { html, nothing } from 'lit';
import { repair } from '../answers.js';
import { changeWords, counted, frontChart, repairsOf } from '../charts/front.js';
import { kept } from '../charts/frame.js';
import { percent } from '../numbers.js';
import { copy, edit } from '../draft.js';
import { DRAFTED, nameOf, proposalOf, state } from '../state.js';
import { words } from '../words.js';
import { taskPart } from './verdict.js';

const w = words.repairs;
const front = kept(frontChart, (/** @type {any} */ found) => [found]);
const CLOCKS = { breach: 'material breach', clash: 'armed clash', exit: 'agreement in force' };

export function repairsPart() {
  const found = state.repair;
  return html`<section id="repairs" tabindex="-1" aria-labelledby="repairs-title">
    <h2 id="repairs-title">${w.title}</h2><p class="deck">${w.deck}</p>
    <form class="target" @submit=${asked}>
      <span>${w.asked}</span>
      <select name="clock" aria-label=${w.clock}>${Object.entries(w.clocks).map(([key, said]) => html`<option value=${key} ?selected=${key === 'clash'}>${said}</option>`)}</select>
      <span>${w.lasting}</span> <input name="years" type="number" min="1" max=${state.scenario?.years ?? 20} value=${Math.min(5, Math.floor(state.scenario?.years ?? 20))} aria-label=${w.yearsLabel}> <span>${w.years}</span>
      <span>${w.with}</span> <input name="survival" type="number" min="1" max="100" value="70" aria-label=${w.survivalLabel}> <span>${w.histories}</span>
      <span>${w.in}</span> <input name="share" type="number" min="1" max="100" value="80" aria-label=${w.shareLabel}> <span>${w.worlds}</span>
      <button type="submit" ?disabled=${state.tasks.has('repair') || !state.scenario}>${w.run}</button>
    </form>
    ${taskPart('repair')}
    ${found ? result(found.json, found.version !== state.version) : nothing}
  </section>`;
}

/** @param {SubmitEvent} event */
function asked(event) {
  event.preventDefault();
  const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const clock = CLOCKS[/** @type {'clash'} */ (given.get('clock'))];
  const target = `survival(${clock}, ${given.get('years')}y) >= ${Number(given.get('survival')) / 100} in ${given.get('share')}% of worlds`;
  void repair(target, 24);
}

/** @param {any} found @param {boolean} stale */
function result(found, stale) {
  return html`${stale ? html`<p><span class="mark stale">${w.stale}</span></p>` : nothing}
    <chart-figure name="repair-front" .heading=${w.front} .why=${w.why} .equation=${w.equation} .equationWords=${w.equationWords} .stale=${stale} .chart=${front(found)}></chart-figure>
    <h3>${w.found}</h3>${found.single.length ? list(found.single, stale) : html`<p>${w.foundNone}</p>`}
    ${binding(found)}
    ${found.unconfirmed.length ? html`<h3>${w.unconfirmed}</h3>${list(found.unconfirmed, stale)}` : nothing}
    ${found.front.length ? html`<h3>${w.frontList}</h3>${list(found.front, stale)}` : nothing}
    ${found.closest && !repairsOf(found).length ? html`<h3>${w.closest}</h3>${list([found.closest], stale)}` : nothing}`;
}

/** @param {any} found */
function binding(found) {
  if (!found.binding) return nothing;
  return html`<p>${found.binding.kind === 'durability' ? w.bindingDurability(found.binding.best) : w.bindingParty(nameOf(found.binding.party.party))}</p>`;
}

/** @param {any[]} repairs @param {boolean} stale */
function list(repairs, stale) {
  return html`<ul class="repairs">${repairs.map((r) => {
    const measured = counted(r);
    return html`<li><p><b>${changeWords(r)}</b></p>
      <p class="soft">${w.reaching(measured)} (${percent(measured.reaching.share)}), ${w.verdicts[r.verdict] ?? r.verdict}</p>
      <ul class="accounts">${measured.parties.map((/** @type {any} */ p) => html`<li>${w.account(nameOf(p.party), p.againstDraft, p.againstRefusing)}${p.asked === 'must accept' ? ` · ${p.accepts === 'yes' ? w.accepts(nameOf(p.party)) : w.refuses(nameOf(p.party))}` : ''}</li>`)}</ul>
      ${r.changes.length && !stale ? html`<button type="button" aria-label=${w.useLong(changeWords(r))} @click=${() => use(r)}>${w.use}</button>` : nothing}</li>`;
  })}</ul>`;
}

/** Writes a repair as a proposal: what is dropped first, from the last clause on, then what is added. @param {any} r */
function use(r) {
  const clauses = proposalOf(DRAFTED).clauses;
  const name = copy(DRAFTED);
  const added = r.changes.filter((/** @type {any} */ c) => c.to).map((/** @type {any} */ c) => ({ do: 'addClause', proposal: name, clause: c.to }));
  const dropped = r.changes
    .filter((/** @type {any} */ c) => c.from)
    .map((/** @type {any} */ c) => clauses.find((/** @type {any} */ own) => own.text === c.from)?.number)
    .filter((/** @type {any} */ number) => number !== undefined)
    .sort((/** @type {number} */ a, /** @type {number} */ b) => b - a)
    .map((/** @type {number} */ number) => ({ do: 'dropClause', proposal: name, clause: number }));
  edit([...dropped, ...added]);
  document.getElementById('answer')?.focus();
}
