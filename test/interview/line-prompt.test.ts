import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { LONGEST_LINE, linePrompt } from '../../src/interview/inquirer-prompter.js';
import { english } from '../../src/wording/en/index.js';

const config = {
  words: english.interview,
  message: 'Why?',
};

/** The screen is drawn when no more keys come. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a line of text', () => {
  test('is what was typed, with corrections', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    events.type('Nobody reads itt');
    await drawn();
    expect(getScreen()).toContain('Why? Nobody reads itt');
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('Nobody reads it');
    expect(getScreen()).toContain('Why? Nobody reads it');
  });

  test('is asked for again where it may not be, and can be mended', async () => {
    const check = (text: string) => text.length > 2 || 'too short';
    const { answer, events, getScreen } = await render(linePrompt, { ...config, check });
    events.type('ab');
    events.keypress('enter');
    await drawn();
    expect(getScreen()).toContain('too short');
    events.type('c');
    await drawn();
    expect(getScreen()).not.toContain('too short');
    events.keypress('enter');
    await expect(answer).resolves.toBe('abc');
  });

  test('holds all lines that are pasted at once, the last of which may be ended', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    for (const line of ['one', 'two']) {
      events.type(line);
      events.keypress('enter');
    }
    events.type('three');
    await drawn();
    expect(getScreen()).toContain('Why? one two three');
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('one two thre');
  });

  test('that is too long is cut, which is said, and accepted only after that', async () => {
    const { answer, events, getScreen } = await render(linePrompt, config);
    events.type('x'.repeat(LONGEST_LINE + 1000));
    events.keypress('enter');
    await drawn();
    expect(getScreen()).toContain(`Only the first ${LONGEST_LINE} characters`);
    events.keypress('backspace');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('x'.repeat(LONGEST_LINE - 1));
  });

  test('takes what is pasted into its middle there, in order', async () => {
    const { answer, events } = await render(linePrompt, config);
    events.type('ad');
    events.keypress('left');
    await drawn();
    events.type('123');
    await drawn();
    events.type('4');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('a1234d');
  });

  test.each(['\u2028', '\u2029'])('holds what stands before and after a line end of the web (%j)', async (end) => {
    const { answer, events } = await render(linePrompt, config);
    events.type(`one${end}two`);
    await drawn();
    events.type(`${end}three`);
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe('one two three');
  });

  test('is cut between two characters, and nothing that came after is added', async () => {
    const { answer, events } = await render(linePrompt, config);
    events.type(`a${'\u{1F600}'.repeat(LONGEST_LINE)} and the end`);
    events.keypress('enter');
    await drawn();
    events.keypress('enter');
    await expect(answer).resolves.toBe(`a${'\u{1F600}'.repeat(LONGEST_LINE / 2 - 1)}`);
  });
});
