// The editor of an exercise's page. `make editor` bundles it, once, into ../editor.js.

import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import {
  bracketMatching, codeFolding, ensureSyntaxTree, foldEffect, foldGutter, foldKeymap, HighlightStyle, indentOnInput,
  indentUnit, LanguageSupport, syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colours are the page's own, so that they follow its light and dark.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: "var(--keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.comment], color: "var(--comment)", fontStyle: "italic" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: "var(--name)", fontWeight: "600" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--accent)", padding: "0.75rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-foldPlaceholder": {
    backgroundColor: "var(--active)", color: "var(--muted)", border: "1px solid var(--rule)", padding: "0 0.5em",
  },
  ".cm-line.stopped": { backgroundColor: "var(--wash)", boxShadow: "inset 4px 0 var(--accent)" },
});

// ---- lines at which a check stopped ----

const mark = StateEffect.define();
const stopped = Decoration.line({ class: "stopped" });
const marks = StateField.define({
  create: () => Decoration.none,
  update(shown, change) {
    for (const effect of change.effects) {
      if (effect.is(mark)) {
        const lines = effect.value.filter((line) => line >= 1 && line <= change.state.doc.lines);
        return Decoration.set(lines.map((line) => stopped.range(change.state.doc.line(line).from)), true);
      }
    }
    // A line that was changed is no longer the one that stopped.
    return change.docChanged ? Decoration.none : shown;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// ---- what is folded at first: the story, which stands beside the editor, and the file's own checks ----

function folded(state) {
  const found = [];
  const tree = ensureSyntaxTree(state, state.doc.length, 1000);
  if (!tree) return found;
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const text = state.sliceDoc(node.from, node.to);
    const isStory = found.length === 0 && node.name === "ExpressionStatement" && /^[rR]?"""/.test(text);
    const isMain = node.name === "IfStatement" && text.startsWith("if __name__");
    const from = state.doc.lineAt(node.from).to;
    if ((isStory || isMain) && from < node.to) found.push({ from, to: isStory ? node.to - 3 : node.to });
  }
  return found;
}

// Where the first function waits to be written.
function firstGap(text) {
  const place = text.indexOf("raise NotImplementedError");
  return place < 0 ? 0 : place;
}

/**
 * Put an editor into an element. `words` are its texts; `onChange` and `onCheck` are called without arguments.
 * Returns { text, replace, mark, focus }.
 */
export function createEditor(parent, text, words, onChange, onCheck) {
  const check = () => (onCheck(), true);
  const view = new EditorView({ parent, state: begin(text) });
  tidy();

  function begin(doc) {
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(), foldGutter({ markerDOM: triangle }), history(), drawSelection(), indentOnInput(), bracketMatching(),
        highlightActiveLine(), codeFolding({ placeholderDOM: placeholder }), indentUnit.of("    "),
        EditorState.tabSize.of(4), new LanguageSupport(pythonLanguage), syntaxHighlighting(colours), look, marks,
        EditorView.contentAttributes.of({ "aria-label": words.editor, "aria-describedby": "editor-help" }),
        keymap.of([
          { key: "Mod-Enter", run: check, preventDefault: true },
          // Escape, then Tab leaves the editor: CodeMirror's own way out for those who use the keyboard alone.
          { key: "Tab", run: indentMore, shift: indentLess },
          ...defaultKeymap, ...historyKeymap, ...foldKeymap,
        ]),
        EditorView.updateListener.of((update) => update.docChanged && onChange()),
      ],
    });
  }

  function triangle(open) {
    const shown = document.createElement("span");
    shown.textContent = open ? "▾" : "▸";
    shown.setAttribute("aria-hidden", "true");
    return shown;
  }

  function placeholder(_, unfold) {
    const shown = document.createElement("button");
    shown.type = "button";
    shown.className = "cm-foldPlaceholder";
    shown.textContent = "⋯";
    shown.setAttribute("aria-label", words.unfold);
    shown.onclick = unfold;
    return shown;
  }

  function tidy() {
    const ranges = folded(view.state);
    const gap = firstGap(view.state.doc.toString());
    view.dispatch({
      effects: ranges.map((range) => foldEffect.of(range)),
      selection: { anchor: view.state.doc.lineAt(gap).to },
    });
  }

  return {
    text: () => view.state.doc.toString(),
    // As a change, so that undo brings the old text back.
    replace(doc) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: doc } });
      tidy();
    },
    mark: (lines) => view.dispatch({ effects: mark.of(lines) }),
    focus: () => view.focus(),
  };
}
