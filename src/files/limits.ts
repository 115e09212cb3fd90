/**
 * How much one file may hold. What lies above is no description of a process, and reading it would cost time and memory
 * that nobody has agreed to.
 */

/** A process description is prose; a file above this is something else. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** A baseline has a line for each process and reason: a hundred thousand processes with all that can be wrong with them. */
export const MAX_BASELINE_BYTES = 32 * 1024 * 1024;

/** Levels of nesting. The format has six; whatever a company nests under its own keys has room, and no stack runs out. */
export const MOST_LEVELS = 64;

/** Documents in one file: a megabyte of processes that say something has fewer. */
export const MOST_DOCUMENTS = 1000;

/** Values in one document, the keys' and the lists' together: a process with every key filled in has some two hundred. */
export const MOST_VALUES = 10_000;

/** Aliases (*name) in one document: the library looks through all of them for each. */
export const MOST_ALIASES = 1000;

/** Copies that the aliases of one anchor may come to: the library's own limit, by which it stops alias bombs. */
export const MOST_COPIES = 100;

/** Wildcards between two slashes of a glob, and ** in all: matching a long name tries all ways to share it out among them. */
export const MOST_WILDCARDS = 4;

/** Marks between documents (%, ...) and errors outside of them: a document has one before and one after it. */
export const MOST_MARKS = 2 * MOST_DOCUMENTS;

/** Characters of a glob: no path on a disk is longer. */
export const LONGEST_GLOB = 4096;
