// @ts-check
// The text of the file, edited in place: words of the schema are completed, problems stand at their
// line. CodeMirror lives in a shadow root, where its styles need no inline style element.

import { LitElement, css, html } from 'lit';
import { get } from '../api.js';
import { state } from '../state.js';
import { words } from '../words.js';

class TextEditor extends LitElement {
  static properties = { text: {}, problems: { attribute: false }, failed: { state: true } };

  static styles = css`
    :host { display: block; }
    .box { border: 1px solid var(--rule); background: var(--paper); }
    textarea { width: 100%; height: 60vh; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; color: var(--ink); background: var(--paper); }
  `;

  constructor() {
    super();
    this.text = '';
    /** @type {import('../state.js').Problem[]} */
    this.problems = [];
    this.failed = false;
    /** @type {any} */
    this.view = null;
    /** @type {any} */
    this.parts = null;
  }

  render() {
    if (this.failed) {
      return html`<p>${words.text.plain}</p><textarea aria-label=${words.text.label} .value=${this.text} @input=${(/** @type {any} */ e) => this.wrote(e.target.value)}></textarea>`;
    }
    return html`<p ?hidden=${this.view !== null}>${words.text.loading}</p><div class="box"></div>`;
  }

  /** @param {string} text */
  wrote(text) {
    this.dispatchEvent(new CustomEvent('wrote', { detail: text }));
  }

  async firstUpdated() {
    try {
      const [{ createEditor }, schema] = await Promise.all([import('./codemirror.js'), get('schema')]);
      const box = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.box'));
      this.parts = createEditor({
        parent: box, root: /** @type {ShadowRoot} */ (this.renderRoot), text: this.text, schema, label: words.text.label,
        parties: () => state.scenario?.parties.map((/** @type {any} */ p) => p.key) ?? [],
        wrote: (/** @type {string} */ text) => this.wrote(text),
      });
      this.view = this.parts.view;
      this.requestUpdate();
    } catch {
      this.failed = true;
    }
  }

  updated() {
    if (!this.parts) return;
    this.parts.setText(this.text);
    this.parts.setProblems(this.problems);
  }

  /** Puts the cursor where a problem is. @param {number} line @param {number} column */
  goTo(line, column) {
    this.parts?.goTo(line, column);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = null;
    this.parts = null;
  }
}

customElements.define('text-editor', TextEditor);
