// @ts-check
// The answer in one sentence, what it is worth, and what is being computed.

import { html, nothing } from 'lit';
import { ofHundred, percent } from '../numbers.js';
import { refine, cancel, stop } from '../answers.js';
import { DRAFTED, bandOf, change, headline, known, proposalOf, solvedWorlds, state } from '../state.js';
import { words } from '../words.js';

/** @param {string} proposal @returns {any} a mark that says what kind of result is shown */
export function markOf(proposal) {
  const best = known(proposal);
  if (!best) return nothing;
  if (best.stale) return html`<span class="mark stale" title=${words.verdict.staleLong}>${words.verdict.stale}</span>`;
  return best.from === 'answer'
    ? html`<span class="mark full" title=${words.verdict.fullLong}>${words.verdict.full}</span>`
    : html`<span class="mark quick-mark" title=${words.verdict.quickLong}>${words.verdict.quick}</span>`;
}

export function verdictPart() {
  const name = state.active;
  const best = known(name);
  if (!best) {
    return html`<div class="verdict" id="answer" tabindex="-1"><p class="answer">${state.problems.length ? words.verdict.unread : state.unread ? words.verdict.refused : words.verdict.waiting}</p>${workPart()}</div>`;
  }
  const head = headline(best.survival);
  const refused = proposalOf(name)?.refused ?? head.clock === 'clash';
  const open = () => change({ panel: { kind: 'survival', proposal: name, clock: head.clock, years: head.years } });
  return html`<div class="verdict" id="answer" tabindex="-1" data-stale=${best.stale ? 'yes' : 'no'}>
    <p class="answer">${words.verdict.phrase(head.probability, head.years, head.clock)}</p>
    <p class="measure">${words.verdict.subject(words.proposal(name), name === DRAFTED, refused)} ${words.verdict.state(head.clock, refused, head.years)}
      <button type="button" class="num big" @click=${open} aria-label=${`${ofHundred(head.probability)} ${words.verdict.histories}. ${words.dial.open}`}>${ofHundred(head.probability)}</button> ${words.verdict.histories}. ${markOf(name)}</p>
    <p class="caution">${words.verdict.one} ${bandLine(name, head)}</p>
    ${workPart()}
  </div>`;
}

/** @param {string} name @param {any} head */
function bandLine(name, head) {
  const found = bandOf(name, head.clock);
  const year = found?.band.find((b) => b.years === Math.round(head.years));
  if (!found || !year) return words.verdict.noBand;
  return html`${words.verdict.band(year, found.finished, solvedWorlds(), state.bands?.json.worlds)} ${found.stale ? html`<span class="mark stale">${words.verdict.stale}</span>` : nothing}`;
}

/** What is being computed, and how to stop it. */
function workPart() {
  const tasks = ['answer', 'study'].map((track) => state.tasks.get(track)).filter((task) => task !== undefined);
  if (state.stopped && !tasks.length) {
    return html`<p class="work"><span>${words.work.stopped}</span> <button type="button" class="quiet" @click=${() => { change({ stopped: false }); void refine(); }}>${words.work.resume}</button></p>`;
  }
  return html`<div class="work">${tasks.map((task) => oneTask(task, stop))}</div>`;
}

/** @param {import('../state.js').Task} task @param {() => void} end */
function oneTask(task, end) {
  // What comes after the last stage that is counted takes its time too: then nothing is known.
  const counted = task.share < 0.995;
  const at = counted ? words.work.stages[task.stage] : words.work.finishing;
  return html`<span class="task"><span>${task.what}${at ? html` <span class="soft">· ${at}</span>` : nothing}</span>
    ${counted ? html`<progress max="1" .value=${task.share} aria-label=${task.what}>${percent(task.share)}</progress>` : html`<progress aria-label=${task.what}></progress>`}
    <span class="soft">${words.work.left(task.secondsLeft)}</span>
    <button type="button" class="quiet" aria-label=${words.work.cancelLong(task.what)} @click=${end}>${words.work.cancel}</button></span>`;
}

/** @param {string} track @returns {any} progress of one task with a way to stop it */
export function taskPart(track) {
  const task = state.tasks.get(track);
  if (!task) return nothing;
  return html`<p class="work">${oneTask(task, () => void cancel(track))}</p>`;
}

/** A strip that stays in sight on small screens, one number per proposal. */
export function stripPart() {
  if (!state.scenario) return nothing;
  return html`<div class="strip" aria-hidden="true">${state.shown.map((name) => {
    const best = known(name);
    return html`<span><b>${best ? ofHundred(headline(best.survival).probability) : '…'}</b> ${words.draft.of100} · ${words.proposal(name)}${best?.stale ? ` · ${words.verdict.stale}` : best?.from === 'trial' ? ` · ${words.verdict.quick}` : ''}</span>`;
  })}</div>`;
}

