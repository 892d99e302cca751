// @ts-check
// One chart with what belongs to it: title, one sentence, the drawing, its table, how to read it,
// and ways to take it along.

import * as echarts from 'echarts';
import { LitElement, html, nothing, svg } from 'lit';
import { color } from '../charts/palette.js';
import { asPng, asSvg, asText, copy, download } from '../charts/export.js';
import { change, state } from '../state.js';
import { words } from '../words.js';

/** Tells how long after a change its chart was painted; see docs/guide/workbench.md. */
export const painted = new EventTarget();

const dark = matchMedia('(prefers-color-scheme: dark)');

class ChartFigure extends LitElement {
  static properties = {
    chart: { attribute: false },
    name: {},
    heading: {},
    why: {},
    equation: {},
    equationWords: {},
    stale: { type: Boolean },
    waiting: {},
    level: { type: Number },
    body: { attribute: false },
    asTable: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../charts/frame.js').Chart|null} */
    this.chart = null;
    this.name = '';
    this.heading = '';
    this.why = '';
    this.equation = '';
    this.equationWords = '';
    this.stale = false;
    this.waiting = '';
    this.level = 3;
    /** @type {any} */
    this.body = null;
    this.asTable = false;
    this.said = '';
    /** @type {any} */
    this.drawing = null;
    this.observer = new ResizeObserver(() => this.draw());
    this.recolored = false;
    this.onDark = () => { this.recolored = true; this.requestUpdate(); };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    dark.addEventListener('change', this.onDark);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    dark.removeEventListener('change', this.onDark);
    this.observer.disconnect();
    this.drawing?.dispose();
    this.drawing = null;
  }

  render() {
    const chart = this.chart;
    const id = `figure-${this.name}`;
    return html`<figure class="chart" aria-labelledby=${id} data-stale=${this.stale ? 'yes' : 'no'}>
      <div class="figure-head">
        ${this.level === 2 ? html`<h2 id=${id}>${this.heading}</h2>` : html`<h3 id=${id}>${this.heading}</h3>`}
        ${this.stale && chart ? html`<span class="mark stale">${words.figure.stale}</span>` : nothing}
      </div>
      ${chart ? html`<p class="reading">${chart.reading}</p>` : html`<p class="waiting">${this.waiting || words.figure.waiting}</p>`}
      ${chart && !this.asTable ? html`
        ${this.body ?? html`<div class="plot" role="img" aria-label=${`${this.heading}. ${chart.reading}`}></div>`}
        ${chart.keys.length ? html`<ul class="keys" aria-label=${words.figure.legend}>${chart.keys.map(legend)}</ul>` : nothing}` : nothing}
      ${chart && this.asTable ? this.table(chart) : nothing}
      ${chart ? this.foot(chart) : nothing}
    </figure>`;
  }

  /** @param {import('../charts/frame.js').Chart} chart */
  table(chart) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.heading}><table>
      <caption class="hidden">${this.heading}</caption>
      <thead><tr>${chart.table.columns.map((c, i) => html`<th scope="col" class=${i ? 'n' : ''}>${c}</th>`)}</tr></thead>
      <tbody>${chart.table.rows.map((row) => html`<tr>${row.map((cell, i) => (i ? html`<td class="n">${cell === '' ? nothing : this.number(cell, row[0], chart.table.columns[i])}</td>` : html`<th scope="row">${cell}</th>`))}</tr>`)}</tbody>
    </table></div>`;
  }

  /** @param {string} shown @param {string} row @param {string} column @returns {any} the number, which opens to what is behind it */
  number(shown, row, column) {
    const { why, equation, equationWords } = this;
    const open = () => change({ panel: { kind: 'cell', title: `${row}: ${column}`, shown, proposal: state.active, why, equation, equationWords } });
    return html`<button type="button" class="num small" aria-label=${`${row}, ${column}: ${shown}. ${words.dial.open}`} @click=${open}>${shown}</button>`;
  }

  /** @param {import('../charts/frame.js').Chart} chart */
  foot(chart) {
    const file = `${this.name}`;
    return html`<figcaption>
      <details class="why"><summary>${words.figure.why}</summary><p>${this.why}</p>
        <p class="equation"><span class="hidden">${words.figure.equation}: </span><span class="math">${this.equation}</span> <span class="soft">${this.equationWords}</span></p></details>
      <div class="tools">
        <button type="button" class="quiet" aria-pressed=${this.asTable} aria-label=${words.figure.tableLong(this.heading)} @click=${() => { this.asTable = !this.asTable; }}>${words.figure.table}</button>
        <button type="button" class="quiet" aria-label=${words.figure.copyLong(this.heading)} @click=${() => this.copy(chart)}>${words.figure.copy}</button>
        <button type="button" class="quiet" aria-label=${words.figure.svgLong(this.heading)} @click=${() => download(new Blob([this.picture(chart)], { type: 'image/svg+xml' }), `${file}.svg`)}>${words.figure.svg}</button>
        <button type="button" class="quiet" aria-label=${words.figure.pngLong(this.heading)} @click=${() => this.png(chart)}>${words.figure.png}</button>
        <button type="button" class="quiet" aria-label=${words.figure.csvLong(this.heading)} @click=${() => download(new Blob(['\ufeff', asText(chart.table, ',')], { type: 'text/csv' }), `${file}.csv`)}>${words.figure.csv}</button>
        <span class="soft" role="status">${this.said}</span>
      </div>
    </figcaption>`;
  }

  /** @param {import('../charts/frame.js').Chart} chart */
  picture(chart) {
    return asSvg(chart, `${this.heading}. ${chart.reading}`);
  }

  /** @param {import('../charts/frame.js').Chart} chart */
  async png(chart) {
    try {
      download(await asPng(this.picture(chart)), `${this.name}.png`);
      this.said = '';
    } catch {
      this.said = words.figure.noPicture;
    }
  }

  /** @param {import('../charts/frame.js').Chart} chart */
  async copy(chart) {
    let failed = false;
    const picture = asPng(this.picture(chart));
    picture.catch(() => { failed = true; });
    try {
      await copy(picture, asText(chart.table, '\t'));
      this.said = words.figure.copied;
    } catch {
      this.said = failed ? words.figure.noPicture : words.figure.notCopied;
    }
  }

  /** @param {Map<string, any>} changed */
  updated(changed) {
    if (changed.has('chart') || changed.has('asTable') || this.recolored || !this.drawing) this.draw();
    this.recolored = false;
  }

  draw() {
    const plot = /** @type {HTMLElement|null} */ (this.querySelector('.plot'));
    if (!plot || !this.chart) {
      this.drawing?.dispose();
      this.drawing = null;
      return;
    }
    const width = plot.clientWidth;
    if (width < 40) {
      this.observer.observe(plot);
      return;
    }
    const height = this.chart.height(width);
    if (this.drawing && this.drawing.getDom() !== plot) {
      this.drawing.dispose();
      this.drawing = null;
    }
    if (!this.drawing) {
      plot.style.height = `${height}px`;
      this.drawing = echarts.init(plot, null, { renderer: 'svg', width, height });
      this.observer.disconnect();
      this.observer.observe(plot);
    } else if (this.drawing.getWidth() !== width || this.drawing.getHeight() !== height) {
      plot.style.height = `${height}px`;
      this.drawing.resize({ width, height });
    }
    this.drawing.setOption(this.chart.option(width), { notMerge: true, lazyUpdate: false });
    this.drawing.getZr().flush();
    painted.dispatchEvent(new CustomEvent('painted', { detail: this.name }));
  }
}

/** @param {import('../charts/frame.js').Key} key */
function legend(key) {
  return html`<li><svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">${key.area ? swatch(key) : stroke(key)}</svg><span>${key.words}</span></li>`;
}

/** @param {import('../charts/frame.js').Key} key */
function swatch(key) {
  const lines = [
    [], [[0, 14, 14, 0], [8, 14, 22, 0], [16, 14, 30, 0], [24, 14, 30, 8]], [[0, 0, 14, 14], [8, 0, 22, 14], [16, 0, 30, 14]],
    [[3, 4, 6, 4], [11, 4, 14, 4], [19, 4, 22, 4], [7, 10, 10, 10], [15, 10, 18, 10], [23, 10, 26, 10]], [[0, 4, 30, 4], [0, 10, 30, 10]], [[6, 0, 6, 14], [14, 0, 14, 14], [22, 0, 22, 14]],
  ][(key.hatch ?? 0) % 6];
  return svg`<rect width="30" height="14" fill=${color(key.color)}></rect>${lines.map(([x1, y1, x2, y2]) => svg`<line x1=${x1} y1=${y1} x2=${x2} y2=${y2} stroke=${color('paper')} stroke-width="2"></line>`)}`;
}

/** @param {import('../charts/frame.js').Key} key */
function stroke(key) {
  const paint = color(key.color);
  const dash = Array.isArray(key.dash) ? key.dash.join(' ') : 'none';
  const marks = {
    circle: svg`<circle cx="15" cy="7" r="3.6" fill=${paint}></circle>`,
    rect: svg`<rect x="11.6" y="3.6" width="6.8" height="6.8" fill=${paint}></rect>`,
    triangle: svg`<path d="M15 2.6 19 10.6 11 10.6z" fill=${paint}></path>`,
    diamond: svg`<path d="M15 2.4 19.2 7 15 11.6 10.8 7z" fill=${paint}></path>`,
  };
  const line = key.dash === undefined ? nothing : svg`<line x1="0" y1="7" x2="30" y2="7" stroke=${paint} stroke-width="2.4" stroke-dasharray=${dash}></line>`;
  return svg`${line}${marks[/** @type {'circle'} */ (key.symbol ?? 'circle')] ?? marks.circle}`;
}

customElements.define('chart-figure', ChartFigure);
