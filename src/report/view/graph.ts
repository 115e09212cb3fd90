import { roleKey } from '../../sales-process/roles.js';
import type { Words } from '../../wording/words/words.js';
import type { Report, ReportedProcess } from '../model.js';
import { type Look, lookOf, verdictTitle } from './verdict-title.js';

/** How a node looks: a process by its verdict, one that is gone, a demand, a user. */
export type NodeLook = Look | 'gone' | 'demand' | 'user';

export interface GraphNode {
  /** A letter and a number: nothing that would need escaping. */
  readonly id: string;
  readonly look: NodeLook;
  /** Lines of text, not escaped. */
  readonly label: readonly string[];
}

export const EDGES = ['asks', 'used', 'feeds', 'because'] as const;

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: (typeof EDGES)[number];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** What is drawn: all processes, or those chosen with the processes that they hang together with. */
export interface GraphChoice {
  readonly isChosen: (one: ReportedProcess) => boolean;
  readonly hasDemands: boolean;
}

/** Processes, what they ask for, who uses it; what feeds what, and what exists because of what. */
export function graphOf(report: Report, { isChosen, hasDemands }: GraphChoice, words: Words): Graph {
  const chosen = new Set(report.processes.filter(isChosen).map(({ id }) => id));
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const counts = { p: 0, d: 0, u: 0 };
  const node = (letter: keyof typeof counts, key: string, look: NodeLook, label: readonly string[]) => {
    const known = nodes.get(`${letter} ${key}`);
    if (known) return known.id;
    const made = { id: `${letter}${counts[letter]++}`, look, label };
    nodes.set(`${letter} ${key}`, made);
    return made.id;
  };
  const demandKey = oneKeyADemand();
  const edge = (from: string, to: string, kind: GraphEdge['kind']) =>
    edges.set(`${from} ${to} ${kind}`, { from, to, kind });
  const byId = new Map(report.processes.map((one) => [one.id, one]));
  const process = (id: string) => {
    const one = byId.get(id);
    return one
      ? node('p', id, lookOf(one), labelOf(one, words))
      : node('p', id, 'gone', [id, goneText(id, report, words)]);
  };
  for (const one of report.processes) {
    const { feeds, becauseOf, demands } = one.description;
    const own = chosen.has(one.id);
    for (const to of feeds) if (own || chosen.has(to)) edge(process(one.id), process(to), 'feeds');
    for (const cause of becauseOf) if (own || chosen.has(cause)) edge(process(one.id), process(cause), 'because');
    if (!own) continue;
    const from = process(one.id);
    for (const { what, field, usedBy } of demands) {
      const demand = hasDemands ? node('d', demandKey(field, what), 'demand', [what]) : undefined;
      if (demand) edge(from, demand, 'asks');
      for (const user of usedBy) edge(demand ?? from, node('u', roleKey(user), 'user', [user]), 'used');
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** The same field, or the same words, is one thing that two processes ask for. */
function oneKeyADemand(): (field: string | null, what: string) => string {
  const known = new Map<string, string>();
  return (field, what) => {
    const names = [...(field === null ? [] : [`field ${field.toLowerCase()}`]), `text ${what.toLowerCase()}`];
    const key = names.map((name) => known.get(name)).find((one) => one !== undefined) ?? names[0]!;
    for (const name of names) if (!known.has(name)) known.set(name, key);
    return key;
  };
}

function labelOf(one: ReportedProcess, words: Words): string[] {
  const cost = one.burden.hours ? words.common.cost(one.burden.hours) : words.common.unstatedCost;
  return [one.name, verdictTitle(one, words), `${one.owner ?? words.hours.nobody}: ${cost}`];
}

function goneText(id: string, { retired }: Report, words: Words): string {
  return retired.some((one) => one.id === id) ? words.verdicts.retired : words.graph.missing;
}

/** Words to a line of about so many characters, so that boxes stay small. */
const LINE = 32;

/** A long text ends in an ellipsis. */
const MOST_LINES = 3;

/** The lines of a label as they are drawn. */
export function linesOf({ label }: GraphNode): string[] {
  return label.flatMap((text) => {
    const lines: string[] = [];
    for (const word of text.split(/\s+/).flatMap(pieces)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]} …`] : lines;
  });
}

function pieces(word: string): string[] {
  return word.length > LINE ? (word.match(/.{1,32}/gsu) ?? []) : [word];
}
