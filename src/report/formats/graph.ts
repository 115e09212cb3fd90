import type { Words } from '../../wording/words/words.js';
import { forDot, forMermaid } from '../view/escape.js';
import { type Graph, type GraphEdge, type GraphNode, linesOf, type NodeLook } from '../view/graph.js';
import type { GraphFormat } from './names.js';

export const graphFormats: Readonly<Record<GraphFormat, (graph: Graph, words: Words) => string>> = { mermaid, dot };

/** Colour and line of each look; the shape says the same, and so does the text of a process. */
const COLOURS: Readonly<Record<NodeLook, { readonly fill: string; readonly line: string }>> = {
  eliminate: { fill: '#fde3e1', line: '#a8201a' },
  undecided: { fill: '#fff3cd', line: '#7a5b00' },
  conditions: { fill: '#e1effb', line: '#1f5f99' },
  keep: { fill: '#e0f3e4', line: '#1e6b34' },
  gone: { fill: '#eeeeee', line: '#555555' },
  demand: { fill: '#ffffff', line: '#777777' },
  user: { fill: '#f3effa', line: '#5b4a8a' },
};

/** In Mermaid: what stands before and after the label. */
const MERMAID_SHAPES: Readonly<Record<NodeLook, readonly [string, string]>> = {
  eliminate: ['[[', ']]'],
  undecided: ['{{', '}}'],
  conditions: ['[', ']'],
  keep: ['([', '])'],
  gone: ['>', ']'],
  demand: ['[/', '/]'],
  user: ['(', ')'],
};

const mermaidEdges = ({ graph }: Words): Readonly<Record<GraphEdge['kind'], string>> => ({
  asks: '---',
  used: '-->',
  feeds: `==>|${graph.feeds}|`,
  because: `-.->|${graph.because}|`,
});

/** A Mermaid flowchart from left to right. */
function mermaid({ nodes, edges }: Graph, words: Words): string {
  const arrows = mermaidEdges(words);
  const used = [...new Set(nodes.map(({ look }) => look))];
  const lines = [
    // Lines are broken here already; Mermaid would break them once more.
    '%%{init: {"flowchart": {"wrappingWidth": 400}}}%%',
    'flowchart LR',
    ...nodes.map((node) => {
      const [open, close] = MERMAID_SHAPES[node.look];
      return `  ${node.id}${open}"${linesOf(node).map(forMermaid).join('<br/>')}"${close}:::${node.look}`;
    }),
    ...edges.map(({ from, to, kind }) => `  ${from} ${arrows[kind]} ${to}`),
    ...used.map((look) => {
      const dashes = look === 'gone' ? ',stroke-dasharray:4 3' : '';
      return `  classDef ${look} fill:${COLOURS[look].fill},stroke:${COLOURS[look].line},color:#1a1a1a${dashes}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const DOT_SHAPES: Readonly<Record<NodeLook, string>> = {
  eliminate: 'octagon',
  undecided: 'hexagon',
  conditions: 'box',
  keep: 'ellipse',
  gone: 'box',
  demand: 'note',
  user: 'component',
};

const dotEdges = ({ graph }: Words): Readonly<Record<GraphEdge['kind'], string>> => ({
  asks: 'arrowhead=none',
  used: '',
  feeds: `penwidth=2, label="${forDot(graph.feeds)}"`,
  because: `style=dashed, label="${forDot(graph.because)}"`,
});

/** A directed graph in the DOT language of Graphviz. */
function dot({ nodes, edges }: Graph, words: Words): string {
  const arrows = dotEdges(words);
  const lines = [
    'digraph audit {',
    '  rankdir=LR; ranksep=1.2; nodesep=0.25;',
    '  node [fontname="Helvetica", fontsize=11, fontcolor="#1a1a1a"]; edge [fontname="Helvetica", fontsize=9];',
    ...nodes.map((node) => `  ${node.id} [${attributesOf(node)}];`),
    ...edges.map(({ from, to, kind }) => {
      const attributes = arrows[kind];
      return `  ${from} -> ${to}${attributes ? ` [${attributes}]` : ''};`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function attributesOf(node: GraphNode): string {
  const { fill, line } = COLOURS[node.look];
  const style = node.look === 'gone' ? 'filled,dashed' : 'filled';
  const label = linesOf(node).map(forDot).join('\\n');
  return `label="${label}", shape=${DOT_SHAPES[node.look]}, style="${style}", fillcolor="${fill}", color="${line}"`;
}
