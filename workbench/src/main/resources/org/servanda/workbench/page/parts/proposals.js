// @ts-check
// Proposals side by side, clause by clause: add, drop, strengthen.

import { html, nothing } from 'lit';
import { copy, drop, edit, hide, save, show } from '../draft.js';
import { DRAFTED, MOST_SHOWN, at, change, headline, known, nameOf, proposalOf, state } from '../state.js';
import { ofHundred, stakes } from '../numbers.js';
import { PROPOSALS, color } from '../charts/palette.js';
import { words } from '../words.js';
import { refine } from '../answers.js';
import { dialPart } from './dial.js';
import { markOf } from './verdict.js';

export function proposalsPart() {
  const all = state.scenario?.proposals ?? [];
  const others = all.filter((/** @type {any} */ p) => !state.shown.includes(p.name));
  return html`
    ${others.length ? html`<div class="beside"><span class="soft" id="beside-label">${words.draft.shown}:</span>
      <ul aria-labelledby="beside-label">${others.map((/** @type {any} */ p) => html`<li><button type="button" class="chip" ?disabled=${state.shown.length >= MOST_SHOWN} @click=${() => show(p.name)}>${words.proposal(p.name)}</button></li>`)}</ul>
      ${state.shown.length >= MOST_SHOWN ? html`<span class="soft">${words.draft.full}</span>` : nothing}</div>` : nothing}
    <div class="cards" data-count=${state.shown.length}>${state.shown.map(card)}</div>`;
}

/** @param {string} name @param {number} place */
function card(name, place) {
  const proposal = proposalOf(name);
  if (!proposal) return nothing;
  const active = name === state.active;
  const look = PROPOSALS[place];
  return html`<section class="card" aria-labelledby=${`card-${place}`} data-active=${active ? 'yes' : 'no'}>
    <header>
      <svg class="look" width="34" height="12" viewBox="0 0 34 12" aria-hidden="true"><line x1="0" y1="6" x2="34" y2="6" stroke=${color(look.color)} stroke-width="3" stroke-dasharray=${Array.isArray(look.dash) ? look.dash.join(' ') : 'none'}></line></svg>
      <h3 id=${`card-${place}`}>${words.proposal(name)}</h3>
      ${numbers(name)}
      <div class="card-tools">
        ${state.shown.length > 1 ? html`<button type="button" class="quiet" aria-pressed=${active} aria-label=${words.draft.detailLong(words.proposal(name))} @click=${() => look1(name)}>${words.draft.detail}</button>` : nothing}
        ${proposal.refused ? nothing : html`<button type="button" class="quiet" aria-label=${words.draft.copyLong(words.proposal(name))} @click=${() => copy(name)}>${words.draft.copy}</button>`}
        ${state.shown.length > 1 ? html`<button type="button" class="quiet" aria-label=${words.draft.hideLong(words.proposal(name))} @click=${() => hide(name)}>${words.draft.hide}</button>` : nothing}
        ${name !== DRAFTED ? html`<button type="button" class="quiet" aria-label=${words.draft.dropLong(name)} @click=${() => drop(name)}>${words.draft.drop}</button>` : nothing}
      </div>
    </header>
    ${proposal.refused ? html`<p class="soft">${words.draft.refused}</p>` : clauses(proposal, place)}
  </section>`;
}

/** @param {string} name */
function look1(name) {
  change({ active: name });
  save();
  void refine();
}

/** @param {string} name what it gives, beside the first proposal shown */
function numbers(name) {
  const best = known(name);
  if (!best) return html`<p class="card-number soft">${words.verdict.waiting}</p>`;
  const head = headline(best.survival);
  const clock = state.clock === 'all' || !best.survival[state.clock] ? head.clock : state.clock;
  const curve = best.survival[clock] ?? [];
  const p = at(curve, head.years);
  const first = known(state.shown[0]);
  const base = first?.survival[clock] ?? null;
  const against = name !== state.shown[0] && base ? Math.round(100 * p) - Math.round(100 * at(base, head.years)) : null;
  return html`<div class="card-number" data-stale=${best.stale ? 'yes' : 'no'}>
    <p><button type="button" class="num" aria-label=${`${ofHundred(p)} ${words.draft.of100}, ${words.draft.lastYears(clock, head.years)}. ${words.dial.open}`} @click=${() => change({ panel: { kind: 'survival', proposal: name, clock, years: head.years } })}>${ofHundred(p)}</button>
      <span class="soft">${words.draft.of100}: ${words.draft.lastYears(clock, head.years)}</span></p>
    ${against === null ? nothing : html`<p class="soft">${words.draft.against(against)}</p>`}
    <p class="soft small">${words.draft.worth}</p>
    <ul class="worth">${best.values.map((v) => html`<li><span class="soft">${nameOf(v.party)}</span> <button type="button" class="num small" aria-label=${`${words.compared.worth(nameOf(v.party))}: ${stakes(v.value)}. ${words.dial.open}`} @click=${() => change({ panel: { kind: 'value', proposal: name, party: v.party } })}>${stakes(v.value)}</button></li>`)}</ul>
    ${markOf(name)}
  </div>`;
}

/** @param {any} proposal @param {number} place */
function clauses(proposal, place) {
  const drafted = state.scenario.proposals.find((/** @type {any} */ p) => p.name === DRAFTED);
  const has = (/** @type {any} */ p, /** @type {any} */ c) => p?.clauses.some((/** @type {any} */ other) => other.words === c.words);
  const kinds = (/** @type {any} */ p) => p.clauses.map((/** @type {any} */ c) => c.kind);
  const missing = proposal.name === DRAFTED || !drafted ? [] : drafted.clauses.filter((/** @type {any} */ c) => !has(proposal, c) && !kinds(proposal).includes(c.kind));
  return html`
    ${proposal.clauses.length ? nothing : html`<p class="soft">${words.draft.none}</p>`}
    <ol class="clauses">${proposal.clauses.map((/** @type {any} */ c) => clause(proposal, c, proposal.name !== DRAFTED && drafted && !has(drafted, c)))}</ol>
    ${missing.length ? html`<p class="soft missing-title">${words.draft.missing}</p><ul class="missing">${missing.map((/** @type {any} */ c) => html`<li><s>${c.words}</s>
      ${c.text ? html`<button type="button" class="quiet" aria-label=${words.draft.takeBackLong(c.words)} @click=${() => edit([{ do: 'addClause', proposal: proposal.name, clause: c.text }])}>${words.draft.takeBack}</button>` : nothing}</li>`)}</ul>` : nothing}
    ${adder(proposal, place)}`;
}

/** @param {any} proposal @param {any} c @param {boolean} differs */
function clause(proposal, c, differs) {
  return html`<li class="clause" data-differs=${differs ? 'yes' : 'no'}>
    <div class="clause-head"><span>${c.words}${differs ? html` <em class="differs">${words.draft.changed}</em>` : nothing}</span>
      <button type="button" class="quiet" aria-label=${words.draft.dropClauseLong(c.words)} @click=${() => edit([{ do: 'dropClause', proposal: proposal.name, clause: c.number }])}>${words.draft.dropClause}</button></div>
    ${c.terms.map((/** @type {any} */ t) => term(proposal, c, t))}
  </li>`;
}

/** @param {any} proposal @param {any} c @param {any} t */
function term(proposal, c, t) {
  const set = (/** @type {any} */ value, mark = '') => edit([{ do: 'setTerm', proposal: proposal.name, clause: c.number, term: t.key, value }], mark);
  const mark = `${proposal.name}/${c.number}/${t.key}`;
  const label = t.words.replace(/\.$/, '').replace(/; default.*$/, '').replace(', weakest first', '');
  if (t.entry === 'number' && t.value !== null) {
    return dialPart({
      mark, label, ...t.value, bounds: finite(t.bounds), unit: t.unit, source: t.source?.key ?? null,
      note: t.written ? undefined : words.draft.notWritten,
      set: (value) => set(value, mark),
      open: () => change({ panel: { kind: 'term', term: t, label, clause: c.words } }),
    });
  }
  if (t.entry === 'count' && typeof t.value === 'number') {
    return dialPart({ mark, label, low: t.value, mode: t.value, high: t.value, bounds: finite(t.bounds), unit: 'number', set: (value) => set(value, mark) });
  }
  if (t.entry === 'choice' && t.value !== null) return levels(t, label, mark, set);
  if (['length', 'moment', 'day'].includes(t.entry) && t.value !== null) {
    const id = `term-${mark.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`;
    return html`<div class="field"><label for=${id}>${label}</label><input id=${id} type="text" .value=${String(t.value)} @change=${(/** @type {any} */ event) => set(event.target.value)}></div>`;
  }
  return nothing;
}

/** @param {(number|null)[]} bounds @returns {[number, number]|undefined} */
const finite = (bounds) => (bounds && bounds[0] !== null && bounds[1] !== null ? [bounds[0], bounds[1]] : undefined);

/** @param {any} t @param {string} label @param {string} mark @param {(value: any) => void} set */
function levels(t, label, mark, set) {
  const ordered = t.key === 'level';
  return html`<fieldset class="levels">
    <legend>${label}${ordered ? html` <span class="soft">(${words.draft.weakest} → ${words.draft.strongest})</span>` : nothing}</legend>
    <div>${t.choices.map((/** @type {any} */ choice) => html`<label class="chip"><input type="radio" name=${mark} .checked=${t.value === choice} value=${choice} @change=${() => { performance.mark('change'); set(choice); }}><span>${String(choice).replaceAll('-', ' ')}</span></label>`)}</div>
  </fieldset>`;
}

/** @param {any} proposal @param {number} place */
function adder(proposal, place) {
  const id = `add-${place}`;
  return html`<form class="adder" @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    const select = /** @type {HTMLSelectElement} */ (document.getElementById(id));
    edit([{ do: 'addClause', proposal: proposal.name, clause: select.value }]);
  }}>
    <label for=${id}>${words.draft.add}</label>
    <div><select id=${id}>${state.scenario.clauseKinds.map((/** @type {any} */ k) => addable(k, proposal.name === DRAFTED))}</select>
    <button type="submit" aria-label=${words.draft.addLong(words.proposal(proposal.name))}>${words.draft.addButton}</button></div>
  </form>`;
}

/** @param {string} problem as the reader of files says it @returns {string} with names for keys, without lines */
function inNames(problem) {
  const named = state.scenario.parties.reduce((/** @type {string} */ said, /** @type {any} */ p) => said.replaceAll(new RegExp(`\\b${p.key}\\b`, 'g'), p.name), problem);
  return named.replaceAll(/,? in line \d+/g, ' already').replace(/, [^,]* here$/, '');
}

/** @param {any} kind @param {boolean} drafted only of the drafted proposal it is known what fits */
function addable(kind, drafted) {
  const fits = !drafted || kind.fits !== false;
  return html`<option value=${kind.example} ?disabled=${!fits}>${fits ? kind.words : words.draft.notNow(kind.words, inNames(kind.problem))}</option>`;
}
