// @ts-check
// Completes keys and words of a scenario file from its JSON schema.

import { syntaxTree } from '@codemirror/language';

/** @param {any} schema the root @param {any} part @returns {any[]} the part itself and what it refers to or chooses from */
function choices(schema, part) {
  if (!part || typeof part !== 'object') return [];
  const found = [part];
  if (part.$ref?.startsWith('#/')) {
    const target = part.$ref.slice(2).split('/').reduce((/** @type {any} */ at, /** @type {string} */ step) => at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], schema);
    found.push(...choices(schema, target));
  }
  for (const several of [part.oneOf, part.anyOf, part.allOf]) {
    for (const one of several ?? []) found.push(...choices(schema, one));
  }
  return found;
}

/** @param {any} schema @param {(string|number)[]} path @returns {any[]} what may stand there */
export function schemaAt(schema, path) {
  let here = choices(schema, schema);
  for (const step of path) {
    here = here.flatMap((part) => {
      if (typeof step === 'number') return choices(schema, part.items);
      const own = part.properties?.[step];
      if (own) return choices(schema, own);
      return typeof part.additionalProperties === 'object' ? choices(schema, part.additionalProperties) : [];
    });
  }
  return here;
}

/** @param {any} doc @param {any} node @returns {string} */
const text = (doc, node) => doc.sliceString(node.from, node.to).trim().replace(/^["']|["']$/g, '');

/**
 * Where the cursor is: the keys above it in the tree, and for block style the indentation, because
 * an unfinished line is not in the tree yet.
 * @param {any} state @param {number} at @returns {{path: (string|number)[], inValue: boolean}}
 */
export function placeOf(state, at) {
  const line = state.doc.lineAt(at);
  const before = state.doc.sliceString(line.from, at);
  const flow = flowPath(state, at);
  if (flow) return flow;
  const path = blockPath(state, line, before.match(/^[\s-]*/)?.[0].length ?? 0, /^\s*-/.test(before));
  const key = before.match(/^[\s-]*([^\s:#][^:#]*):\s+\S*$/);
  return key ? { path: [...path, key[1].trim()], inValue: true } : { path, inValue: false };
}

/** @param {any} state @param {number} at @returns {{path: (string|number)[], inValue: boolean}|null} inside braces */
function flowPath(state, at) {
  /** @type {any} */
  let node = syntaxTree(state).resolveInner(at, -1);
  /** @type {(string|number)[]} */
  const path = [];
  let inside = false;
  let inValue = false;
  for (; node; node = node.parent) {
    if (node.name === 'FlowMapping' || node.name === 'FlowSequence') inside = true;
    if (node.name === 'FlowSequence' || node.name === 'BlockSequence') path.unshift(0);
    if (node.name === 'Pair') {
      const key = node.getChild('Key');
      if (key && key.to < at) {
        if (!inside && path.length === 0) inValue = true;
        else if (path.length === 0 && node.parent?.name === 'FlowMapping' && state.doc.sliceString(key.to, at).includes(':')) inValue = !hasInner(node, at);
        path.unshift(text(state.doc, key));
      }
    }
  }
  return inside ? { path, inValue } : null;
}

/** @param {any} pair @param {number} at @returns {boolean} whether the cursor is in a mapping below this pair */
function hasInner(pair, at) {
  const inner = pair.getChild('FlowMapping');
  return !!inner && inner.from < at && at <= inner.to;
}

/** @param {any} state @param {any} line @param {number} indent @param {boolean} item @returns {(string|number)[]} the keys above by indentation */
function blockPath(state, line, indent, item) {
  /** @type {(string|number)[]} */
  const path = [];
  let depth = indent;
  if (item) {
    path.unshift(0);
    depth = line.text.search(/-/);
  }
  for (let number = line.number - 1; number > 0 && depth > 0; number--) {
    const above = state.doc.line(number).text;
    const found = above.match(/^(\s*)(- )?([^\s:#-][^:#]*):/);
    if (!found) continue;
    const start = found[1].length + (found[2] ? 2 : 0);
    if (start < depth || (item && path.length === 1 && start === depth && !found[2])) {
      path.unshift(found[3].trim());
      depth = found[2] ? found[1].length : start;
      if (found[2]) path.unshift(0);
      item = false;
    }
  }
  return path;
}

/** @param {any} schema @param {() => string[]} parties @returns {(context: any) => any} a source of completions */
export function completions(schema, parties) {
  return (context) => {
    const word = context.matchBefore(/[\w.-]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const { path, inValue } = placeOf(context.state, word.from);
    const here = schemaAt(schema, path);
    /** @type {Map<string, any>} */
    const found = new Map();
    for (const part of here) {
      if (inValue || typeof path[path.length - 1] === 'number') {
        for (const value of part.enum ?? (part.const !== undefined ? [part.const] : [])) found.set(String(value), { label: String(value), type: 'enum', info: part.description });
        if (part.type === 'string' && !part.enum && /(^|-)(by|to|of|from)$/.test(String(path[path.length - 1]))) for (const party of parties()) found.set(party, { label: party, type: 'variable' });
      }
      if (!inValue) {
        for (const [key, value] of Object.entries(part.properties ?? {})) {
          found.set(key, { label: key, apply: `${key}: `, type: 'property', info: /** @type {any} */ (value).description ?? described(schema, value) });
        }
      }
    }
    return found.size ? { from: word.from, options: [...found.values()], validFor: /^[\w.-]*$/ } : null;
  };
}

/** @param {any} schema @param {any} part @returns {string|undefined} */
const described = (schema, part) => choices(schema, part).map((p) => p.description).find(Boolean);
