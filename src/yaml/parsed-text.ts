import type { Places } from '../places/places.js';
import type { YamlFault } from '../problem.js';

/** A document as plain data, and where each of its parts stands. */
export interface ParsedDocument {
  readonly value: unknown;
  readonly places: Places;
}

/** A spot at which a text breaks the syntax of its format; line and column begin at 1. */
export interface SyntaxFault {
  readonly fault: YamlFault;
  readonly line: number;
  readonly column: number;
}

/** What a text holds before anybody has checked it against a schema. */
export interface ParsedText {
  /** The sound documents, in the order of the text. */
  readonly documents: readonly ParsedDocument[];
  readonly faults: readonly SyntaxFault[];
}
