// @ts-check
// Published results: what they claim, the game as it is solved here, and what came out.

import { html, nothing } from 'lit';
import { reproduce } from '../answers.js';
import { plain } from '../numbers.js';
import { state } from '../state.js';
import { words } from '../words.js';
import { taskPart } from './verdict.js';

const w = words.literature;

export function literaturePart() {
  if (!state.literature.length) return nothing;
  return html`<section id="literature" tabindex="-1" aria-labelledby="literature-title">
    <div class="section-head"><h2 id="literature-title">${w.title}</h2>
      <button type="button" ?disabled=${state.tasks.has('literature')} @click=${() => void reproduce()}>${w.runAll}</button></div>
    <p class="deck">${w.deck}</p>
    ${taskPart('literature')}
    <details><summary>${w.all(state.literature.length)}</summary><ul class="literature">${state.literature.map(entry)}</ul></details>
  </section>`;
}

/** @param {any} e */
function entry(e) {
  const done = state.reproduced.get(`${e.id} ${e.title}`);
  return html`<li><details>
    <summary><b>${e.title}</b> <span class="soft">${done ? summary(done) : w.notRun}</span></summary>
    <p>${e.claim}</p>
    <h4>${w.solved}</h4><p>${e.game}</p><h4>${w.allowed}</h4><p>${e.because}</p>
    <h4>${w.sources}</h4><ul class="sources">${e.citations.map((/** @type {string} */ c) => html`<li>${c}</li>`)}</ul>
    <p><button type="button" ?disabled=${state.tasks.has('literature')} aria-label=${w.runLong(e.title)} @click=${() => void reproduce(e.id)}>${w.run}</button></p>
    ${done ? table(e, done) : nothing}
    <details><summary>${w.game}</summary><pre tabindex="0">${e.file}</pre></details>
  </details></li>`;
}

/** @param {any} done */
const summary = (done) => w.summary(done.comparisons.filter((/** @type {any} */ c) => c.reproduced).length, done.comparisons.length);

/** @param {any} e @param {any} done */
function table(e, done) {
  const number = (/** @type {number|null} */ value) => (value === null ? '' : plain(value));
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${e.title}><table>
    <thead><tr><th scope="col">${w.row}</th><th scope="col" class="n">${w.expected}</th><th scope="col" class="n">${w.got}</th><th scope="col" class="n">${w.difference}</th><th scope="col" class="n">${w.tolerance}</th><th scope="col">${w.verdict}</th></tr></thead>
    <tbody>${done.comparisons.map((/** @type {any} */ c) => html`<tr><th scope="row">${c.given} <span class="soft">${c.quantity}</span></th><td class="n">${number(c.expected)}</td><td class="n">${number(c.got)}</td><td class="n">${number(c.difference)}</td><td class="n">${number(c.tolerance)}</td><td>${c.reproduced ? w.within : c.trouble || w.outside}</td></tr>`)}</tbody></table></div>`;
}
