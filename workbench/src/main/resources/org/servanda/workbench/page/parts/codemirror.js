// @ts-check
// CodeMirror, put together; loaded only when the text is looked at.

import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completions } from './completion.js';

/** Marks changes that come from outside the editor. */
const fromOutside = Annotation.define();

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '13px', maxHeight: '70vh' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace', overflow: 'auto', lineHeight: '1.5' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--patch)', color: 'var(--soft)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--patch)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--select)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--paper)', border: '1px solid var(--rule)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--paper)', backgroundColor: 'var(--t7)', outline: '2px solid transparent', outlineOffset: '-2px' }, // seen where colors are forced
  '.cm-completionInfo': { maxWidth: '32ch' },
});

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--t7)' },
  { tag: tags.definition(tags.propertyName), color: 'var(--t7)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--t3)' },
]);

/**
 * @param {{parent: HTMLElement, root: ShadowRoot, text: string, schema: any, label: string, parties: () => string[], wrote: (text: string) => void}} given
 */
export function createEditor({ parent, root, text, schema, label, parties, wrote }) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), lintGutter(),
        yaml(), look, syntaxHighlighting(colors), EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        autocompletion({ override: [completions(schema, parties)] }),
        keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged || update.transactions.some((t) => t.annotation(fromOutside))) return;
          clearTimeout(timer);
          timer = setTimeout(() => wrote(view.state.doc.toString()), 300);
        }),
      ],
    }),
  });
  return {
    view,
    /** @param {string} next */
    setText(next) {
      const now = view.state.doc.toString();
      if (now === next || view.hasFocus) return;
      view.dispatch({ changes: { from: 0, to: now.length, insert: next }, annotations: fromOutside.of(true) });
    },
    /** @param {import('../state.js').Problem[]} problems */
    setProblems(problems) {
      const found = problems.map((problem) => {
        const from = position(view, problem.line, problem.column);
        const line = view.state.doc.lineAt(from);
        return { from, to: Math.max(from, line.to), severity: /** @type {'error'} */ ('error'), message: `${problem.what}\n${problem.try}` };
      });
      view.dispatch(setDiagnostics(view.state, found));
    },
    /** @param {number} line @param {number} column */
    goTo(line, column) {
      const at = position(view, line, column);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
  };
}

/** @param {EditorView} view @param {number} line from 1 @param {number} column from 1 @returns {number} */
function position(view, line, column) {
  const found = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}
