import type { Command, Help, Option } from 'commander';
import type { CommandHelp, CommandName, HelpWords } from '../wording/words/help.js';
import { commands } from './index.js';
import { PROGRAM, PROGRAM_EXAMPLES } from './program.js';

/** The help of a command, or of the whole program, wrapped at `width` columns. */
export function helpText(command: Command, help: HelpWords, width: number): string {
  const helper = command.createHelp();
  helper.prepareContext({ helpWidth: width });
  const { titles } = help;
  const words = wordsOf(command, help);
  const isProgram = command.name() === PROGRAM;
  const usage = isProgram ? usageOf(command, help) : `${PROGRAM} ${usageOf(command, help)}`;
  return [
    `${titles.usage} ${usage}`,
    helper.boxWrap(words.about, width),
    section(titles.arguments, argumentItems(command, words, help), helper),
    section(titles.options, optionItems(helper.visibleOptions(command), words, help), helper),
    section(titles.commands, commandItems(command, help), helper),
    section(titles.exitCodes, Object.entries(isProgram ? help.exitCodes : (words.exitCodes ?? {})), helper),
    section(titles.examples, exampleItems(command, help), helper),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

type Item = readonly [term: string, text: string];
interface Values {
  readonly argChoices?: readonly string[] | undefined;
  readonly defaultValue?: string | undefined;
}

type Words = CommandHelp<string, string, string>;

/** A heading and its items, with their texts below each other; nothing without items. */
function section(title: string, items: readonly Item[], helper: Help): string {
  if (items.length === 0) return '';
  const termWidth = Math.max(...items.map(([term]) => helper.displayWidth(term)));
  return [title, ...items.map(([term, text]) => helper.formatItem(term, termWidth, text, helper))].join('\n');
}

function argumentItems({ registeredArguments }: Command, words: Words, help: HelpWords): Item[] {
  const shared: Readonly<Record<string, string>> = help.arguments;
  return registeredArguments.map((argument) => {
    const text = words.arguments[argument.name()] ?? shared[argument.name()];
    return [argument.name(), withValues(text, argument, help)];
  });
}

function optionItems(options: readonly Option[], words: Words, help: HelpWords): Item[] {
  const shared: Readonly<Record<string, string>> = help.options;
  return options.map((option) => {
    const text = words.options[option.name()] ?? shared[option.name()];
    // The default of a flag such as --no-fail goes without saying.
    const { argChoices, defaultValue } = option;
    return [
      option.flags,
      withValues(text, { argChoices, defaultValue: option.required ? defaultValue : undefined }, help),
    ];
  });
}

function withValues(text = '', { argChoices = [], defaultValue }: Values, { values }: HelpWords): string {
  const isFixed = argChoices.length > 0 || defaultValue !== undefined;
  return isFixed ? `${text} (${values(argChoices, defaultValue)})` : text;
}

function commandItems(program: Command, help: HelpWords): Item[] {
  return program.commands.map((command) => [usageOf(command, help), wordsOf(command, help).about]);
}

function exampleItems(command: Command, help: HelpWords): Item[] {
  const examples = commands.find(({ name }) => name === command.name())?.examples ?? PROGRAM_EXAMPLES;
  return examples.map((example) => {
    const [line, note] = typeof example === 'string' ? [example] : example;
    return [`$ ${line}`, note?.(help) ?? ''];
  });
}

/** How a command is called, after the name of the program. */
function usageOf(command: Command, { placeholders }: HelpWords): string {
  return [
    command.name(),
    ...(command.options.length > 0 ? [placeholders.options] : []),
    ...(command.commands.length > 0 ? [placeholders.command] : []),
    ...command.registeredArguments.map((argument) => {
      const name = argument.variadic ? `${argument.name()}...` : argument.name();
      return argument.required ? `<${name}>` : `[${name}]`;
    }),
  ].join(' ');
}

function wordsOf(command: Command, { commands }: HelpWords): Words {
  return commands[command.name() as CommandName];
}
