// @ts-check
// Why the answer is what it is: who moves first, the incentive that decides, the likeliest story,
// how trust moves, what moves the answer.

import { html, nothing } from 'lit';
import { assess } from '../answers.js';
import { kept } from '../charts/frame.js';
import { beliefsChart } from '../charts/beliefs.js';
import { causesChart } from '../charts/causes.js';
import { comparedChart } from '../charts/compared.js';
import { ledgerChart } from '../charts/ledger.js';
import { tornadoChart } from '../charts/tornado.js';
import { change, known, nameOf, placeOf, state } from '../state.js';
import { month, percent } from '../numbers.js';
import { words } from '../words.js';

const STEPS = 7;
let chosen = 0;

/** @param {string} name @param {any} about its words @param {any} chart @param {boolean} stale @param {any} [body] @param {string} [waiting] */
const figure = (name, about, chart, stale, body = null, waiting = '') =>
  html`<chart-figure name=${name} .heading=${about.title} .why=${about.why} .equation=${about.equation} .equationWords=${about.equationWords} .chart=${chart} .stale=${stale} .body=${body} .waiting=${waiting}></chart-figure>`;

export function whyPart() {
  const active = state.copies.get(state.active) ?? state.active;
  const answer = state.answers.get(active);
  const json = answer?.json;
  const stale = !answer || answer.version !== state.version || state.problems.length > 0;
  const waiting = state.tasks.has('answer') ? words.figure.waitingNow : words.figure.waiting;
  return html`<section id="why" tabindex="-1" aria-labelledby="why-title">
    <h2 id="why-title">${words.why.title}</h2><p class="deck">${words.why.deck(words.proposal(state.active))}</p>
    <div class="figures">
      ${figure('causes', words.causes, json ? causesChart(json) : null, stale, null, json ? words.causes.none : waiting)}
      ${ledgers(json, stale, waiting)}
      ${figure('break-path', words.path, json?.breakPath ? storyChart(json) : null, stale, json?.breakPath ? story(json) : null, json ? words.path.none : waiting)}
      ${figure('beliefs', words.beliefs, json ? beliefsChart(json) : null, stale, null, json ? words.beliefs.none : waiting)}
    </div>
    ${tornado(json, stale, waiting)}
  </section>`;
}

/** @param {any} json @param {boolean} stale @param {string} waiting */
function ledgers(json, stale, waiting) {
  const all = json?.ledgers ?? [];
  const at = Math.min(chosen, all.length - 1);
  const chart = all.length ? ledgerChart(all[at]) : null;
  return html`<div>${figure('ledger', words.ledger, chart, stale, null, waiting)}
    ${all.length > 1 ? html`<div class="field"><label for="ledger-of">${words.ledger.choose}</label>
      <select id="ledger-of" @change=${(/** @type {any} */ event) => { chosen = Number(event.target.value); change(); }}>
        ${all.map((/** @type {any} */ l, /** @type {number} */ i) => html`<option value=${i} ?selected=${i === at}>${words.ledger.whose(nameOf(l.party), l.type)}</option>`)}</select></div>` : nothing}</div>`;
}

/** @param {any} json @param {boolean} stale @param {string} waiting */
function tornado(json, stale, waiting) {
  const done = json?.sensitivity.length > 0;
  const not = state.problems.length > 0 ? words.tornado.unread : state.tasks.has('answer') ? words.tornado.busy : '';
  const button = !done || stale ? html`<p class="soft small"><span id="tornado-deck">${words.tornado.deck}</span> <button type="button" ?disabled=${not !== ''} aria-describedby="tornado-deck tornado-not" @click=${() => void assess('sensitivity')}>${words.tornado.run}</button> <span id="tornado-not">${not}</span></p>` : nothing;
  return html`${figure('tornado', words.tornado, done ? tornadoChart(json) : null, stale, null, state.tasks.has('answer') ? waiting : ' ')}${button}`;
}

/** @param {any[]} steps @returns {any[]} the last and the least likely ones before, in order */
function turns(steps) {
  if (steps.length <= STEPS) return steps;
  const last = steps.length - 1;
  const kept = steps.map((s, i) => ({ i, p: s.probability })).slice(0, last).sort((a, b) => a.p - b.p).slice(0, STEPS - 1).map((s) => s.i);
  return [...kept, last].sort((a, b) => a - b).map((i) => steps[i]);
}

/** @param {any} json */
function story(json) {
  const steps = turns(json.breakPath.steps);
  const quiet = json.breakPath.steps.length - steps.length;
  return html`<ol class="story">${steps.map((s) => html`<li class=${s.actor ? `p${1 + placeOf(s.actor)}` : ''}>
    <p class="when"><b>${month(s.date)}</b> <span class="soft">${words.path.likely(s.probability)}</span></p><p>${s.text}</p>
    ${s.beliefs ? html`<p class="belief">${s.beliefs}</p>` : nothing}</li>`)}</ol>
    ${quiet ? html`<p class="soft small">${words.path.quiet(quiet)}</p>` : nothing}`;
}

/** The story as a drawing to take along; on the page it is a list. @param {any} json @returns {import('../charts/frame.js').Chart} */
function pathChart(json) {
  const steps = turns(json.breakPath.steps);
  const row = 58;
  return {
    height: () => steps.length * row + 20,
    option: (width) => ({
      animation: false,
      graphic: steps.flatMap((s, i) => [
        { type: 'circle', left: 12, top: 14 + i * row, shape: { r: 6 }, style: { fill: '#1c1b1a' } },
        { type: 'text', left: 36, top: 10 + i * row, style: { text: `${month(s.date)} · ${words.path.likely(s.probability)}`, fontSize: 12, fill: '#5d5a55' } },
        { type: 'text', left: 36, top: 28 + i * row, style: { text: s.text, fontSize: 14, fill: '#1c1b1a', width: width - 50, overflow: 'break' } },
      ]),
    }),
    keys: [],
    table: {
      columns: [words.path.date, words.path.step, words.path.probability, words.path.believed],
      rows: json.breakPath.steps.map((/** @type {any} */ s) => [month(s.date), s.text, percent(s.probability), s.beliefs]),
    },
    reading: words.path.reading(json.breakPath.probability),
  };
}

const storyChart = kept(pathChart, (/** @type {any} */ json) => [json]);

export function comparePart() {
  const chart = comparedChart();
  const stale = state.shown.some((name) => known(name)?.stale ?? true);
  return html`<section id="compare" tabindex="-1" aria-label=${words.page.parts[3][1]}>
    <chart-figure name="compared" level="2" .heading=${words.compared.title} .why=${words.compared.why} .equation=${words.compared.equation} .equationWords=${words.compared.equationWords} .chart=${chart} .stale=${stale} .waiting=${words.compared.same}></chart-figure>
  </section>`;
}
