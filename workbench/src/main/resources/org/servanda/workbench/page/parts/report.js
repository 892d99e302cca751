// @ts-check
// What prints is the report. Its own styles are put into a shadow root, where the page's do not
// reach; selectors of the root element are made to mean the root of that tree.

import { LitElement, html, nothing } from 'lit';
import { state } from '../state.js';
import { words } from '../words.js';

/** Taken out before the report is parsed: the policy of the page refuses style elements. */
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** @param {string} css of the report @returns {string} for a shadow root */
function scoped(css) {
  return css
    .replace(/@page\s*\{[^}]*\}/g, '')
    .replace(/(^|[\s,{}]):root\b/g, '$1:host')
    .replace(/(^|[\s,{}])html(?=\s*\{)/g, '$1:host')
    .replace(/(^|[\s,{}])body(?=\s*\{)/g, '$1.paper');
}

class PrintedReport extends LitElement {
  static properties = { report: { attribute: false }, version: { type: Number } };

  constructor() {
    super();
    /** @type {{version: number, proposal: string, html: string}|null} */
    this.report = null;
    this.version = 0;
    /** @type {string|null} */
    this.shown = null;
    this.paper = document.createElement('div');
    this.paper.className = 'paper';
  }

  render() {
    if (!this.report) return html`<p>${words.print.none}</p>`;
    this.fill(this.report.html);
    return html`${this.report.version === this.version ? nothing : html`<p><b>${words.print.stale}</b></p>`}${this.paper}`;
  }

  /** @param {string} source */
  fill(source) {
    if (this.shown === source) return;
    this.shown = source;
    const styles = [...source.matchAll(STYLE)].map(([, css]) => css);
    const parsed = new DOMParser().parseFromString(source.replaceAll(STYLE, ''), 'text/html');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(scoped(styles.join('\n')));
    /** @type {ShadowRoot} */ (this.renderRoot).adoptedStyleSheets = [sheet];
    this.paper.replaceChildren(...parsed.body.childNodes);
  }
}

customElements.define('printed-report', PrintedReport);

/** Prints the report, once it is there. */
export const print = () => {
  if (state.report) window.print();
};
