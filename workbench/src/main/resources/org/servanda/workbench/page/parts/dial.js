// @ts-check
// A number that can be moved: a slider over its range, with its most plausible value and source.

import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { hold } from '../answers.js';
import { plain, quantity } from '../numbers.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

/**
 * @typedef {object} Dial
 * @property {string} mark unique on the page
 * @property {string} label
 * @property {number} low @property {number} mode @property {number} high
 * @property {[number, number]} [bounds] used when there is no range
 * @property {string} unit
 * @property {string|null} [source]
 * @property {(value: number) => void} set
 * @property {() => void} [open] says what is behind it
 * @property {string} [note]
 * @property {string} [place] told apart where the same number is shown twice
 */

/** @type {Map<string, {value: number, until: number}>} what the hand holds, until the text says so */
const held = new Map();

/** @param {Dial} dial @returns {{value: number, source: string|null}} before it was moved by hand */
const before = (dial) => state.opened[dial.mark] ?? { value: dial.mode, source: dial.source ?? null };

/** How far past the value a slider goes where only hard bounds are known. */
const REACH = 10;

/** @param {Dial} dial @returns {[number, number]} what the slider covers */
function ends(dial) {
  if (dial.high > dial.low) return [dial.low, dial.high];
  const [low, high] = dial.bounds ?? [dial.mode, dial.mode];
  const reach = REACH * Math.abs(before(dial).value || dial.mode);
  if (dial.unit === 'share' || reach === 0) return [low, high];
  return [Math.max(low, Math.min(dial.mode, -reach)), Math.min(high, Math.max(dial.mode, reach))];
}

const STEPS = 200;

/** @param {Dial} dial @returns {{to: (value: number) => number, from: (step: number) => number}|null} between value and step */
function scale(dial) {
  const [low, high] = ends(dial);
  if (!(high > low) || !Number.isFinite(high - low)) return null;
  const byRatio = dial.unit === 'ratio' && low > 0;
  const whole = dial.unit === 'number' && Number.isInteger(low) && Number.isInteger(high) && Number.isInteger(dial.mode) && dial.low === dial.high;
  return {
    to: (value) => Math.round(STEPS * (byRatio ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low))),
    from: (step) => {
      const share = step / STEPS;
      const value = byRatio ? low * (high / low) ** share : low + (high - low) * share;
      return whole ? Math.round(value) : step === 0 ? low : step === STEPS ? high : Number(value.toPrecision(3));
    },
  };
}

/** @param {Dial} dial */
export function dialPart(dial) {
  const found = scale(dial);
  const hand = held.get(dial.mark);
  const value = hand && hand.until > Date.now() ? hand.value : dial.mode;
  const first = before(dial);
  const [low, high] = ends(dial);
  const id = `${dial.place ?? ''}dial-${dial.mark.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`;
  return html`<div class="dial">
    <div class="dial-head">
      <label for=${id}>${dial.label}</label>
      ${dial.open ? html`<button type="button" class="num" title=${words.dial.open} aria-label=${`${dial.label}: ${quantity(value, dial.unit)}. ${words.dial.open}`} @click=${dial.open}>${quantity(value, dial.unit)}</button>` : html`<output>${quantity(value, dial.unit)}</output>`}
    </div>
    ${found ? html`<div class="track">
        <input id=${id} type="range" min="0" max=${STEPS} step="1" .value=${live(String(found.to(value)))}
          aria-valuetext=${quantity(value, dial.unit)}
          @input=${(/** @type {any} */ event) => moved(dial, found.from(Number(event.target.value)))}
          @change=${() => hold(false)} @pointerup=${() => hold(false)}>
        <span class="tick" aria-hidden="true" style=${`--at: ${Math.min(1, Math.max(0, found.to(first.value) / STEPS))}`}></span>
      </div>
      <div class="ends" aria-hidden="true"><span>${end(low, dial.unit)}</span><span>${end(high, dial.unit)}</span></div>` : nothing}
    <p class="dial-foot">${first.value === value
    ? `${words.dial.mode(quantity(value, dial.unit))} · ${dial.note ?? words.dial.source(first.source)}`
    : words.dial.moved(quantity(first.value, dial.unit), first.source)}</p>
  </div>`;
}

/** @param {number} value @param {string} unit */
const end = (value, unit) => (unit === 'share' ? `${plain(100 * value)}%` : plain(value));

/** @param {Dial} dial @param {number} value */
function moved(dial, value) {
  state.opened[dial.mark] ??= before(dial);
  held.set(dial.mark, { value, until: Date.now() + 1500 });
  performance.mark('change');
  hold(true);
  dial.set(value);
  change();
}
