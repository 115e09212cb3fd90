/**
 * Text from process files on its way to a reader. A name may contain anything: line breaks, terminal escapes, marks
 * that turn the reading direction. Each kind of output has its function here, and no formatter goes around it.
 */

/** Line breaks and tabs: harmless, but not in one line. */
const BLANKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Control characters (C0, DEL, C1), bidirectional controls, the byte order mark, lone surrogates. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Printable ASCII needs no second look; nearly all text is. */
const PLAIN = /^[\x20-\x7e]*$/;

/** What Azure Pipelines takes for a command anywhere in a line of a log: `##vso[`, `##[`; and GitHub Actions the latter. */
const COMMAND_OF_A_LOG = /##(?=\w*\[)/g;

/** What stands for itself in JSON and acts in a terminal all the same. */
const ACTING_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A value as JSON: what is read from it is the value, and nothing in it acts in the terminal or log that it is written to. */
export function toJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const text = JSON.stringify(value, replacer, 2)
    .replace(ACTING_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(COMMAND_OF_A_LOG, '#\\u0023');
  return `${text}\n`;
}

/** Text in XML, also in an attribute: what XML 1.0 cannot hold or nobody can see is shown as `\u{1b}`; no line is a command for a CI system. */
export function forXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu,
      (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')
    .replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1&#58;')
    .replace(COMMAND_OF_A_LOG, '#&#35;');
}

/** A finished page on its way to a log: the same to every browser. */
export function forLog(html: string): string {
  return html.replace(COMMAND_OF_A_LOG, '#&#35;');
}

/** The text of a GitHub workflow command; a line break would end it, and `%` begins an escape. */
export function forGitHub(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A property of a GitHub workflow command, which `:` and `,` would end. */
export function forGitHubProperty(text: string): string {
  return forGitHub(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** Text in a logging command of Azure Pipelines, in a property or after it. */
export function forAzure(text: string): string {
  return text
    .replace(/%/g, '%AZP25')
    .replace(/;/g, '%3B')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/\]/g, '%5D');
}

/**
 * One line of Markdown that shows the text and nothing else: no emphasis, no HTML, no list or heading, no table cell, no
 * link that somebody might click, no formula, no emoji, and nobody mentioned by `@`.
 */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '@<!-- -->')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** A path or place as code in Markdown, where nothing but a backtick means anything. */
export function forMarkdownCode(text: string): string {
  const plain = forTerminal(text);
  return plain.includes('`') ? forMarkdown(plain) : `\`${plain}\``;
}

/** One line of text between HTML tags in Markdown, where backslashes are text. */
export function forMarkdownHtml(text: string): string {
  return forTerminal(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[@#](?=\w)/g, '$&<!-- -->')
    .replace(/:(?=\/\/|[\w+-]+:)/g, ':<!-- -->')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}<!-- -->.`);
}

/**
 * Text in a quoted label of Mermaid, where `#35;` is a character by its number: no end of the label, no HTML, and no Markdown,
 * which Mermaid takes from a label that begins like a list or holds backticks.
 */
export function forMermaid(text: string): string {
  return (
    forTerminal(text)
      .replace(/[#"<>&`*_\\[\]{}|]/g, (character) => `#${character.codePointAt(0)};`)
      .replace(/^(\s*)([-+])/, (_, space, sign) => `${space}#${sign.codePointAt(0)};`)
      .replace(/^(\s*\d+)([.)])/, (_, number, sign) => `${number}#${sign.codePointAt(0)};`)
      // A backslash and an n are a line break to Mermaid even so; a space of no width between them is not.
      .replace(/#92;n/g, '#92;#8203;n')
  );
}

/** Text in a quoted string of the DOT language, where a backslash begins an escape. */
export function forDot(text: string): string {
  return forTerminal(text).replace(/[\\"]/g, '\\$&').replace(/&/g, '&amp;');
}

/** A cell of CSV (RFC 4180); what a spreadsheet would take for a formula is text. */
export function forCsv(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
}

/** One line for a terminal; what cannot be printed is shown as `\u{1b}` and does nothing. */
export function forTerminal(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(BLANKS, ' ')
    .replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** Text on its way into a page: what cannot be seen is shown; the renderer itself escapes `<`, `&` and quotes. */
export function forHtml(text: string): string {
  return forTerminal(text);
}
